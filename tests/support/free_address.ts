/**
 * Takes a port of this machine that nothing listens on, and leaves it at once.
 *
 * @returns Such as `127.0.0.1:40123`.
 */
export function freeAddress(): string {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  return `127.0.0.1:${listener.addr.port}`;
}

/**
 * Waits until a server that was started answers.
 *
 * @param url A page of it.
 * @returns Whether it did, within 30 seconds.
 */
export async function isReady(url: string): Promise<boolean> {
  for (let tries = 0; tries < 150; tries++) {
    try {
      const { status, body } = await fetch(url);
      await body?.cancel();
      if (status === 200 || status === 401) return true;
    } catch {
      // It does not listen yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return false;
}
