import { existsSync } from 'node:fs';
import { parse, validate } from 'graphql';
import { chromium, type Browser, type BrowserContext, type Page, type Request } from 'playwright-core';
import { examples } from '../../src/explorer/examples';
import { loadSchema } from '../../src/contract/schema';
import { startTestServer, type TestServer } from '../harness/server';
import { until } from '../harness/until';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ seeded: true });
});
afterAll(() => server.close());

const asBrowser = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' };

describe('the examples', () => {
  test.each(examples)('$title: keeps to the schema, and has an answer', async ({ query, variables }) => {
    expect(validate(loadSchema(), parse(query))).toEqual([]);
    const { body } = await server.post(query, JSON.parse(variables ?? '{}') as Record<string, unknown>);
    expect(body.errors).toBeUndefined();
    expect(Object.values(body.data!)).not.toContain(null);
  });

  test('are told apart by their titles and by the names of their operations', () => {
    const names = examples.map(({ query }) => /^query (\w+)/.exec(query)?.[1]);
    expect(names).not.toContain(undefined);
    expect(new Set(names).size).toBe(examples.length);
    expect(new Set(examples.map(({ title }) => title)).size).toBe(examples.length);
  });
});

describe('over HTTP', () => {
  test('a browser gets the page, under a policy that lets nothing in from elsewhere', async () => {
    const { status, headers, text } = await server.send('/graphql', { headers: asBrowser });
    expect(status).toBe(200);
    expect(headers.get('content-type')).toMatch(/^text\/html/);
    expect(text).toContain('<title>Verbatim</title>');
    const policy = headers.get('content-security-policy')!;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("connect-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toBe('no-cache');
    expect(headers.get('vary')).toMatch(/\bAccept\b/);
  });

  test('a program, and a browser with a query in the address, get JSON', async () => {
    const { headers } = await server.send('/graphql?query={__typename}', { headers: { accept: '*/*' } });
    expect(headers.get('content-type')).toMatch(/^application\/json/);
    const withQuery = await server.send('/graphql?query={__typename}', {
      headers: { ...asBrowser, 'apollo-require-preflight': 'true' },
    });
    expect(withQuery.headers.get('content-type')).toMatch(/^application\/json/);
  });

  test('the files that the page names are there for good, compressed where that is understood', async () => {
    const { text } = await server.send('/graphql', { headers: asBrowser });
    const files = [...text.matchAll(/(?:href|src)="(explorer\/[^"]+)"/g)].map(([, file]) => `/${file}`);
    expect(files.length).toBeGreaterThanOrEqual(3);
    for (const file of files) {
      const { status, headers } = await server.send(file);
      expect([file, status]).toEqual([file, 200]);
      expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect(headers.get('content-encoding')).toBe('gzip');
      expect(headers.get('vary')).toMatch(/Accept-Encoding/i);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
  });

  test('nothing but these files is served', async () => {
    for (const path of [
      '/explorer/',
      '/explorer/none.js',
      '/explorer/../page.html',
      '/explorer/..%2fpage.html',
      '/explorer/%2e%2e/.made-from',
    ]) {
      expect([path, (await server.send(path)).status]).toEqual([path, 404]);
    }
  });
});

const chromiumPath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const hasChromium = existsSync(chromiumPath);
if (!hasChromium) {
  process.stderr.write(
    `The explorer is not tested in a browser: there is no Chromium at ${chromiumPath}. Install Debian's package "chromium", or set CHROMIUM_PATH.\n`,
  );
}

(hasChromium ? describe : describe.skip)('in Chromium', () => {
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  /** What a page must never do: ask another host, break the policy, write errors. */
  let faults: string[];

  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: chromiumPath,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    });
  });
  afterAll(() => browser.close());

  beforeEach(() => {
    faults = [];
  });
  afterEach(async () => {
    await context.close();
    expect(faults).toEqual([]);
  });

  async function open(options: Parameters<Browser['newContext']>[0] = {}): Promise<void> {
    context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
    context.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      if (origin !== server.url && protocol !== 'data:') faults.push(`asks ${request.url()}`);
    });
    context.on('response', (response) => {
      if (response.status() >= 400) faults.push(`${response.status()} ${response.url()}`);
    });
    context.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) faults.push(message.text());
    });
    context.on('weberror', (error) => faults.push(String(error.error())));
    page = await context.newPage();
    await page.goto(`${server.url}/graphql`);
    await ready();
  }

  const ready = () => page.locator('.graphiql-query-editor .view-line').first().waitFor();

  const run = () => page.getByRole('button', { name: /^Execute query/ }).click();
  const press = (title: string) => page.locator('.examples').getByRole('button', { name: title }).click();

  /** Waits until the answer that is shown has these words; spaces may be line breaks there. */
  const answerWith = (words: string) =>
    page.locator('.result-window', { hasText: new RegExp(words.replaceAll(' ', '\\s*')) }).waitFor();

  test('opens on the sample article, and the run button brings its answer', async () => {
    await open();
    expect(await page.title()).toBe('Verbatim');
    await page.locator('.graphiql-query-editor', { hasText: 'ArticleWithQuotes' }).waitFor();
    await run();
    await answerWith('"headline": "Rubio scraps plan');
  });

  test('one press on an example opens it and runs it', async () => {
    await open();
    for (const { title, query } of examples) {
      const [response] = await Promise.all([page.waitForResponse((each) => isOperation(each.request())), press(title)]);
      expect(operationIn(response.request())).toMatchObject({ query });
      const { data } = (await response.json()) as { data: object };
      await answerWith(`{ "data": { "${Object.keys(data)[0]}": {`);
      await page.locator('.examples button[aria-current=true]', { hasText: title }).waitFor();
    }
  });

  test('an example takes the place of another, never of what somebody wrote', async () => {
    await open();
    await press('A name, misspelt');
    await answerWith('Mélanie Joly');
    const tabs = page.getByRole('tab');
    expect(await tabs.count()).toBe(1);
    await write('.graphiql-query-editor', '{ viewer { role } }');
    await page.locator('.examples button[aria-current=true]').waitFor({ state: 'detached' });
    await press('Page by page');
    await answerWith('"endCursor"');
    expect(await tabs.count()).toBe(2);
  });

  test('knows the schema: marks what is not in it', async () => {
    await open();
    await write('.graphiql-query-editor', '{ viewer { role nickname } }');
    await page.locator('.graphiql-query-editor .squiggly-error').first().waitFor();
  });

  test('is worked by keyboard alone', async () => {
    await open();
    await page.locator('.examples').getByRole('button', { name: 'A name, misspelt' }).focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await answerWith(`"name": "Canada"`);
    await write('.graphiql-query-editor', 'query Mine { viewer { role } }');
    await page.getByRole('tab', { name: 'Mine' }).waitFor(); // the page has read it
    await page.keyboard.press('ControlOrMeta+Enter');
    await answerWith('"role": "READER"');
  });

  test('sends an API key as long as the page is open, and stores it nowhere', async () => {
    const key = 'a-key-that-nobody-may-find';
    await open();
    // Whether the server knows the key is not the page's matter; this one answers all.
    await page.route('**/graphql', (route) => route.fulfill({ json: { data: { seen: 'with a key' } } }));
    await page.getByRole('button', { name: 'Headers' }).click();
    await write('.graphiql-editor-tool', `{ "Authorization": "Bearer ${key}" }`);
    const sent = await Promise.all([page.waitForRequest(isOperation), run()]);
    expect(await sent[0].headerValue('authorization')).toBe(`Bearer ${key}`);
    const fromExample = await Promise.all([page.waitForRequest(isOperation), press('Page by page')]);
    expect(await fromExample[0].headerValue('authorization')).toBe(`Bearer ${key}`);
    await answerWith('with a key');

    // Tabs are stored with a delay; once the second query is there, the key would be too.
    const tabs = (): Promise<unknown> => page.evaluate('localStorage.getItem("graphiql:tabState")');
    await until('the tab of the second query is stored', async () => String(await tabs()).includes('QuotePage'));
    expect(JSON.stringify(await context.storageState())).not.toContain(key);
    expect(await page.evaluate('JSON.stringify([{ ...localStorage }, { ...sessionStorage }])')).not.toContain(key);
    await page.unroute('**/graphql');
    await page.reload();
    await ready();
    const afterwards = await Promise.all([page.waitForRequest(isOperation), run()]);
    expect(await afterwards[0].headerValue('authorization')).toBeNull();
  });

  test('is light or dark as the reader prefers', async () => {
    const lightness: number[] = [];
    for (const colorScheme of ['light', 'dark'] as const) {
      await open({ colorScheme });
      const colour = await page.evaluate(
        'getComputedStyle(document.querySelector(".graphiql-container")).backgroundColor',
      );
      lightness.push(Number(/\d+/.exec(String(colour))?.[0]));
      if (colorScheme === 'light') await context.close();
    }
    expect(lightness[0]).toBeGreaterThan(200);
    expect(lightness[1]).toBeLessThan(60);
  });

  test('fits a phone: the query, its answer and the examples are all within reach', async () => {
    await open({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });
    await page.getByRole('button', { name: 'Show Examples' }).tap();
    await page.locator('.examples').getByRole('button', { name: 'A name, misspelt' }).tap();
    await answerWith('Mélanie Joly');
    expect(await page.locator('.examples').count()).toBe(0);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    for (const part of ['.graphiql-query-editor', '.result-window', '.graphiql-execute-button']) {
      const { x, y, width, height } = (await page.locator(part).boundingBox())!;
      expect([part, x >= 0, y >= 0, x + width <= 390, y + height <= 844]).toEqual([part, true, true, true, true]);
      expect(height).toBeGreaterThan(30);
    }
  });

  /** Puts text into an editor in the place of what is there. */
  async function write(editor: string, text: string): Promise<void> {
    await page.locator(`${editor} .monaco-editor:visible`).click();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.insertText(text);
  }
});

function operationIn(request: Request): { query?: string } {
  return request.postDataJSON() as { query?: string };
}

/** Whether the page asks for data, not for the schema. */
function isOperation(request: Request): boolean {
  return request.method() === 'POST' && !operationIn(request).query?.includes('__schema');
}
