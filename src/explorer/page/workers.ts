import type {} from 'monaco-editor'; // declares MonacoEnvironment

/** The names of the workers' files, beside this one's; the build writes them in. */
declare const WORKER_FILES: Readonly<Record<'editor' | 'graphql' | 'json', string>>;

/** Tells the editor where its workers are: checking GraphQL and JSON, and the work of plain text. */
export function provideWorkers(): void {
  window.MonacoEnvironment = {
    getWorker(_id, label) {
      const file = label === 'graphql' || label === 'json' ? WORKER_FILES[label] : WORKER_FILES.editor;
      return new Worker(new URL(file, import.meta.url), { name: label });
    },
  };
}
