import type { Part, PageBlock } from './survey.ts'

const NAMES = new Set(['NAV', 'FOOTER', 'ASIDE', 'DIALOG'])
const ROLES = new Set([
  'navigation',
  'complementary',
  'banner',
  'dialog',
  'alertdialog',
  'search',
  'contentinfo',
  'menu'
])
/** Words in class and id of what stands around articles or between their paragraphs. */
const TOKENS = words(
  'nav navbar navigation menu submenu cookie cookies consent gdpr onetrust newsletter newsletters subscribe subscription signup share sharing shares social sharedaddy addtoany follow related relatedposts recommend recommended recommendation recommendations recirc recirculation readmore outbrain taboola promo promos promotion promoted advert adverts advertisement advertising advertiser ads adsense anzeige werbung publicidad publicite sponsor sponsored disclosure affiliate comments commenting respond disqus kommentare comentarios commentaires breadcrumb breadcrumbs taglist tagcloud widget widgets sidebar popular trending mostread banner popup modal overlay pagination pager login paywall copyright bio vcard byline dateline timestamp toolbar rating ratings poll toc screenreader pullquote marquee alsoread'
)
const COMMENTS = words('comments commentlist comment disqus respond kommentare commentaires comentarios')
/** Words that say so only of a small part; a page's main part may carry them too. */
const SMALL_TOKENS = words(
  'tags meta postmeta author authors autor autoren auteur kicker eyebrow overline topline dachzeile rubrik category categories label date time posted print comment credit credits source download feedback info footer bottom tooltip hint notice note disclaimer buttons button btn icon badge contact share'
)
const CAPTION_TOKENS = words(
  'caption captions figcaption legend bildunterschrift bu imagecaption wpcaption photo picture figure gallery slideshow carousel slider swiper lightbox imgcaption'
)
const STANDFIRST_TOKENS = words(
  'subheadline subtitle subheading subhead standfirst deck dek lead lede leadtext intro introduction excerpt summary abstract description descp desc teaser chapo chapeau entradilla bajada vorspann anrisstext sommario occhiello ingress manchet preamble sapo underline unterzeile hero'
)
/** A part that holds more of the article than this is the article. */
const GREATEST_SHARE = 0.35
const LEAST_LIMIT = 120
const SMALL = 16
const LONGEST_CAPTION = 80
/** A sign that would take more of the text than this means something else on this page: `paywall` on every paragraph. */
const TRUSTED_SHARE = 0.3

/** What stands around an article, judged by the parts of the page in which a block lies. */
export class Surroundings {
  readonly #limit: number
  readonly #distrusted = new Set<string>()
  readonly #signs = new Map<Part, readonly string[]>()

  /** `text` are the blocks of running text that were taken for the article's, `words` is the length of all that was taken. */
  constructor(text: readonly PageBlock[], words: number) {
    this.#limit = Math.max(LEAST_LIMIT, words * GREATEST_SHARE)
    const touched = new Map<string, number>()
    let all = 0
    for (const block of text) {
      all += block.words
      const signs = new Set([...block.parts.flatMap((part) => this.#signsOf(part)), ...this.#captionSigns(block)])
      for (const sign of signs) touched.set(sign, (touched.get(sign) ?? 0) + block.words)
    }
    for (const [sign, count] of touched) if (count > TRUSTED_SHARE * all) this.#distrusted.add(sign)
  }

  /** True for a block in navigation, teasers, share bars, comments and the like. */
  isFurniture(block: PageBlock): boolean {
    return block.parts.some((part) => this.#signsOf(part).some((sign) => !this.#distrusted.has(sign)))
  }

  /** True for a block that stands below or beside a picture. */
  isCaption(block: PageBlock): boolean {
    return block.type === 'caption' || this.#captionSigns(block).some((sign) => !this.#distrusted.has(sign))
  }

  #signsOf(part: Part): readonly string[] {
    let signs = this.#signs.get(part)
    if (!signs) this.#signs.set(part, (signs = this.#readSigns(part)))
    return signs
  }

  #readSigns(part: Part): string[] {
    if (part.words > this.#limit || part.name === 'H1') return []
    const signs = hits(part, TOKENS)
    if (NAMES.has(part.name)) signs.push(`<${part.name}>`)
    if (ROLES.has(part.role)) signs.push(`role=${part.role}`)
    if (part.element.getAttribute('aria-hidden') === 'true') signs.push('aria-hidden')
    if (part.words <= SMALL && !/^H[1-6]$/.test(part.name)) signs.push(...hits(part, SMALL_TOKENS))
    return signs
  }

  #captionSigns(block: PageBlock): string[] {
    if (block.words > LONGEST_CAPTION || block.type === 'heading' || block.type === 'quote') return []
    const near = block.parts.filter((part) => part.words <= Math.max(LONGEST_CAPTION, block.words)).slice(0, 4)
    return near.flatMap((part) => [...hits(part, CAPTION_TOKENS), ...(part.name === 'FIGURE' ? ['<FIGURE>'] : [])])
  }
}

function hits(part: Part, set: ReadonlySet<string>): string[] {
  return [...part.tokens].filter((token) => set.has(token))
}

/** True for a part that holds no article however much text it has: navigation, or readers' comments. */
export function isElsewhere(part: Part): boolean {
  return NAMES.has(part.name) || has(part, COMMENTS)
}

/** True when the names around a block call it the article's standfirst. */
export function isNamedStandfirst(block: PageBlock): boolean {
  return block.parts
    .slice(0, 3)
    .some((part) => part.words < block.words + LEAST_LIMIT && (has(part, STANDFIRST_TOKENS) || isSubTitle(part)))
}

function isSubTitle({ tokens }: Part): boolean {
  return tokens.has('sub') && (tokens.has('title') || tokens.has('headline'))
}

function has(part: Part, set: ReadonlySet<string>): boolean {
  for (const token of part.tokens) if (set.has(token)) return true
  return false
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '))
}
