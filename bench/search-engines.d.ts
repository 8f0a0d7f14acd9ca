/** What the benchmark of the search uses of MiniSearch, which is installed in `bench` alone. */
declare module 'minisearch' {
  export default class MiniSearch<T> {
    constructor(options: { fields: string[] })
    addAll(documents: readonly T[]): void
    search(
      query: string,
      options: { combineWith: 'AND'; prefix: false | ((term: string, at: number, all: string[]) => boolean) }
    ): { id: unknown }[]
  }
}
