import type { Answer, TestServer } from './server';

/** Whatever came: it says something with a code, tells nothing of the house, and others are served as before. */
export async function expectRefusal(
  server: TestServer,
  answer: Answer,
  code: string,
  details: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  expect(answer.body.errors?.[0]).toMatchObject({
    message: expect.stringMatching(/^.{10,}/) as string,
    extensions: { code, ...details },
  });
  expect(answer.body.errors!.length).toBeLessThanOrEqual(10);
  expect(answer.text).not.toMatch(/node_modules|\.ts\b|\.js\b|stack|SELECT|relation /);
  expect(answer.text.length).toBeLessThan(8000);
  expect((await server.post('{ articles { totalCount } }')).body.data).toEqual({ articles: { totalCount: 1 } });
}
