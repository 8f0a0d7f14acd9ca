import type { Candidate } from '../../metadata/found.ts'
import { decodeEntities, isArticle } from './json-ld.ts'
import { isSiteName, placeOf, textOf, type Page } from './page.ts'
import { normaliseForMatch, oneLine } from '../../extracted/wording.ts'

const META_KEYS = [
  'article:section',
  'og:article:section',
  'parsely-section',
  'section',
  'cxenseparse:section',
  'dcterms.subject.section'
]
const CRUMBS =
  '[itemtype*="BreadcrumbList"], nav[aria-label*="breadcrumb" i], [class*="breadcrumb" i], [id*="breadcrumb" i]'
const HOME =
  /^(?:home(?:page)?|start(?:seite)?|accueil|inicio|início|portada|hem|hjem|etusivu|главная|головна|news home|首页|ホーム|トップ|top)$/iu
const LONGEST = 60

/** Candidates for the part of the publication in which an article stands: `World`, `Politik`. */
export function sectionCandidates(page: Page): Candidate<string>[] {
  const candidates: Candidate<string>[] = []
  const titles = new Set(
    [page.meta.get('og:title')?.[0], ...page.ld.map((node) => node.headline), ...headings(page)].flatMap((title) =>
      title == null ? [] : [normaliseForMatch(title)]
    )
  )
  const isSection = (words: string): boolean =>
    words.length > 1 &&
    words.length <= LONGEST &&
    /\p{L}/u.test(words) &&
    !/^https?:|[.!?]$/iu.test(words) &&
    !HOME.test(words) &&
    !isSiteName(words, page) &&
    !titles.has(normaliseForMatch(words))
  const add = (raw: readonly string[], from: string, what: string, confidence: number): void => {
    const value = raw.map((words) => oneLine(decodeEntities(words))).find(isSection)
    if (value !== undefined) candidates.push({ value, from, detail: `${what}: ${value}`, confidence })
  }
  for (const key of META_KEYS) add(page.meta.get(key) ?? [], 'meta', key, key.includes(':section') ? 0.9 : 0.82)
  for (const node of page.ld.filter(isArticle)) add(node.section, 'json-ld', 'articleSection', 0.88)
  for (const node of page.ld) add(node.crumbs.toReversed(), 'json-ld', 'breadcrumb', 0.72)
  const trail = [...page.document.querySelectorAll(CRUMBS)].find((element) => placeOf(element) !== 'elsewhere')
  if (trail) add([...trail.querySelectorAll('a')].map(textOf).toReversed(), 'text', 'breadcrumb', 0.65)
  return candidates
}

function headings(page: Page): string[] {
  return [...page.document.querySelectorAll('h1')].slice(0, 3).map(textOf)
}

/** All words with which the page names the sections in which it stands. */
export function sectionNames(page: Page): string[] {
  return [
    ...META_KEYS.flatMap((key) => (page.meta.get(key) ?? []).flatMap((words) => words.split(/\s*[,;]\s*/u))),
    ...page.ld.flatMap((node) => [...node.section, ...node.crumbs])
  ]
}
