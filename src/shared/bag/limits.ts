/** Files in a bundle: four for each of 100,000 sources, and room. Names of so many take about 100 MB. */
export const MOST_FILES = 500_000

/** Bytes of one file. Files are read as streams; this keeps one from going on for ever. */
export const LARGEST_FILE = 2 * 1024 ** 3

/** Bytes of what is read whole into memory: records, texts, logs and originals (200 MB, and room). */
export const LARGEST_IN_MEMORY = 320 * 1024 ** 2

/** Bytes of all files: ten times a large case. */
export const LARGEST_BUNDLE = 256 * 1024 ** 3

/**
 * How many times its compressed size a file of more than 16 MB, or all files together once they exceed
 * `LARGEST_UNWEIGHED`, may have. Text compresses to a tenth at best; only bombs go to a thousandth.
 */
export const HIGHEST_RATIO = 100
export const LARGEST_UNWEIGHED = 1024 ** 3

/** Problems that are named one by one; more are counted. */
export const MOST_PROBLEMS = 100
