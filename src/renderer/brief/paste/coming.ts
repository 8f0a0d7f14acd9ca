/** The figures whose pictures are just being imported, by their ids. */
export const comingFigures = new Set<string>()
