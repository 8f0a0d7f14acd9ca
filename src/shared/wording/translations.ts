/** How a sentence or phrase is said in the other languages: German, French, Spanish. */
export type Translations = readonly [de: string, fr: string, es: string]
