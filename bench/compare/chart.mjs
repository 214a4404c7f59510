const colours = { http: '#9aa5b1', ready: '#0b7285', floor: '#9aa5b1', all: '#9aa5b1', verbatim: '#0b7285' };
const other = '#d9a05b';
const [labels, plot, bar, gap, head] = [240, 470, 16, 4, 34];

const safe = (text) => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);

/**
 * Bars of requests a second, a panel for each operation. The scale is logarithmic, from 1: ten times as many requests are as
 * much longer wherever they stand.
 * @param panels of each: title, bars of key, title, value
 * @returns an SVG
 */
export function chart(panels) {
  const most = Math.max(...panels.flatMap(({ bars }) => bars.map(({ value }) => value)));
  const decades = Math.ceil(Math.log10(most));
  const x = (value) => (Math.log10(Math.max(1, value)) / decades) * plot;
  const parts = [];
  let y = 0;
  for (const { title, bars } of panels) {
    parts.push(`<text x="0" y="${y + 22}" font-weight="bold">${safe(title)}</text>`);
    y += head;
    const height = bars.length * (bar + gap);
    for (let decade = 0; decade <= decades; decade += 1) {
      const at = labels + x(10 ** decade);
      parts.push(`<line x1="${at}" x2="${at}" y1="${y - 4}" y2="${y + height}" stroke="#e3e7eb"/>`);
    }
    for (const { key, title: name, value } of bars) {
      parts.push(
        `<text x="${labels - 8}" y="${y + 12}" text-anchor="end">${safe(name)}</text>`,
        `<rect x="${labels}" y="${y}" width="${x(value).toFixed(1)}" height="${bar}" fill="${colours[key] ?? other}"/>`,
        `<text x="${(labels + x(value) + 6).toFixed(1)}" y="${y + 12}">${value.toFixed(0)}</text>`,
      );
      y += bar + gap;
    }
  }
  y += 24;
  parts.push(
    `<text x="${labels}" y="${y - 6}" fill="#52606d">requests a second, logarithmic, from 1 to ${10 ** decades}</text>`,
  );
  const width = labels + plot + 70;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${y}" width="${width}" height="${y}" font-family="system-ui, sans-serif" font-size="12" fill="#1f2933">
<rect width="100%" height="100%" fill="#fff"/>
${parts.join('\n')}
</svg>
`;
}
