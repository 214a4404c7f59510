import { convert, type HtmlToTextOptions } from 'html-to-text';

const left = { format: 'skip' } as const;
const paragraph = { format: 'block', options: { leadingLineBreaks: 2, trailingLineBreaks: 2 } } as const;
const inline = { format: 'inline' } as const;

/** Paragraphs as printed: no links' addresses, no pictures, no marks for lists and headings. */
const options: HtmlToTextOptions = {
  wordwrap: false,
  limits: { maxInputLength: 20_000_000, maxDepth: 200 },
  selectors: [
    ...['img', 'figure', 'script', 'style', 'aside', 'iframe', 'hr', 'media'].map((selector) => ({
      selector,
      ...left,
    })),
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hl2', 'li', 'tr', 'blockquote', 'block'].map((selector) => ({
      selector,
      ...paragraph,
    })),
    ...['ul', 'ol', 'table', 'tbody', 'thead'].map((selector) => ({ selector, format: 'block' })),
    { selector: 'a', ...inline },
  ],
};

/** The words of an HTML fragment: paragraphs with a blank line between them. */
export function htmlText(html: string): string {
  return convert(html, options);
}
