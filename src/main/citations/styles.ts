import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { CitationStyle } from '../../shared/composition/options.ts'

/** A citation style of the Citation Style Language. */
export type CslStyle = Exclude<CitationStyle, 'numbered'>

/** The styles as they are published (https://citationstyles.org/), unchanged, in `resources/csl/styles`. */
const STYLE_FILES: Record<CslStyle, string> = {
  'chicago-notes': 'chicago-notes-bibliography',
  apa: 'apa',
  oscola: 'oscola',
  bluebook: 'bluebook-law-review'
}

/** Where nothing else is known. */
const DEFAULT_LOCALE = 'en-US'

/** Found through the package, so that sources and built files find the same. */
const locate = createRequire(import.meta.url)

function read(path: string): string {
  return readFileSync(locate.resolve(`#csl/${path}`), 'utf8')
}

/** The XML of a style. */
export function readStyle(style: CslStyle): string {
  return read(`styles/${STYLE_FILES[style]}.csl`)
}

/** The XML of a locale such as `de-AT`; false when there is none. */
export function readLocale(language: string): string | false {
  const path = locale(language)
  return path !== null && existsSync(path) ? readFileSync(path, 'utf8') : false
}

function locale(language: string): string | null {
  return /^[a-z]{2,3}(?:-[A-Za-z]{2,4}){0,2}$/.test(language)
    ? locate.resolve('#csl/locales/locales.json').replace(/locales\.json$/, `locales-${language}.xml`)
    : null
}

/**
 * The locale for a brief's language: its own, else that of its main dialect. A style made for one country keeps its own
 * locale for briefs of that language, such as British dates in OSCOLA.
 */
export function chooseLocale(language: string, styleXml: string): string {
  const primary = language.split('-')[0]!.toLowerCase()
  const own = /<style\b[^>]*\bdefault-locale="([^"]+)"/.exec(styleXml)?.[1]
  if (own !== undefined && own.split('-')[0] === primary) return own
  if (readLocale(language) !== false) return language
  const { 'primary-dialects': dialects } = JSON.parse(read('locales/locales.json')) as {
    'primary-dialects': Record<string, string>
  }
  return dialects[primary] ?? DEFAULT_LOCALE
}
