/**
 * Prepares items some places ahead of the one that is being dealt with, in order. `prepare` must not reject. Items taken from the source but not
 * yet given out when the consumer stops are dropped once they're prepared.
 */
export async function* prefetch<T, P>(
  items: AsyncIterable<T> | Iterable<T>,
  prepare: (item: T) => Promise<P>,
  places: number
): AsyncGenerator<P> {
  const waiting: Promise<P>[] = []
  try {
    for await (const item of items) {
      waiting.push(prepare(item))
      if (waiting.length > places) yield await waiting.shift()!
    }
    while (waiting.length > 0) yield await waiting.shift()!
  } finally {
    await Promise.all(waiting)
  }
}
