/** Twice as often as a person, or a notebook's stop button, gets impatient. */
const INTERVAL_MS = 100;

/**
 * Waits for work that may be silent for long, and tells somebody all the while,
 * who may end the wait by throwing.
 *
 * @param work What is waited for; it goes on by itself when the wait has ended.
 * @param tell Called every 100 ms.
 * @returns What the work gives.
 * @throws What `tell` throws, or the work.
 */
export async function keepTelling<T>(
  work: Promise<T>,
  tell: () => void,
): Promise<T> {
  let timer: ReturnType<typeof setInterval> | undefined;
  const ended = new Promise<never>((_, reject) => {
    timer = setInterval(() => {
      try {
        tell();
      } catch (error) {
        reject(error);
      }
    }, INTERVAL_MS);
  });
  try {
    return await Promise.race([work, ended]);
  } finally {
    clearInterval(timer);
  }
}
