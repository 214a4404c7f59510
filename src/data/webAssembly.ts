/** The functions a compiled module gives; @types/node knows WebAssembly only together with the browser's types. */
export type WebAssemblyExports = Record<string, () => void> & { __wbindgen_start(): void };

interface WebAssemblyApi {
  compile(bytes: Uint8Array): Promise<object>;
  instantiate(module: object, imports: Record<string, object>): Promise<{ readonly exports: WebAssemblyExports }>;
}

/** Compiles and links a WebAssembly module. */
export async function instantiate(bytes: Uint8Array, imports: Record<string, object>): Promise<WebAssemblyExports> {
  const { WebAssembly: api } = globalThis as unknown as { WebAssembly: WebAssemblyApi };
  const instance = await api.instantiate(await api.compile(bytes), imports);
  return instance.exports;
}
