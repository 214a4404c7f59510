import { randomUUID } from 'node:crypto';

const prefix = 'token ';

/** Messages that a listener sends to itself: once one is heard, all that was told before it has been. */
export class Barriers {
  private readonly waiting = new Map<string, () => void>();

  /** A new one. `heard` resolves when it is heard, or when nothing is heard any more. */
  create(): { readonly text: string; readonly heard: Promise<void> } {
    const text = prefix + randomUUID();
    return { text, heard: new Promise((resolve) => this.waiting.set(text, resolve)) };
  }

  /** Whether a message is a token, ours or another node's. */
  release(message: string): boolean {
    this.waiting.get(message)?.();
    this.waiting.delete(message);
    return message.startsWith(prefix);
  }

  /** Lets nobody wait any longer. */
  releaseAll(): void {
    for (const heard of this.waiting.values()) heard();
    this.waiting.clear();
  }
}
