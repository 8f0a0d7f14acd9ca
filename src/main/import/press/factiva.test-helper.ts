import {
  accession,
  articlesIn,
  byline,
  escaped,
  rtfText,
  written,
  type Interface,
  type MadeArticle
} from './made-exports.test-helper.ts'

type Coded = [code: string, words: string | string[]]

function coded(article: MadeArticle, index: number, language: Interface): Coded[] {
  const [lead, ...rest] = article.paragraphs
  const all: Coded[] = [
    ['SE', article.section],
    ['HD', article.title],
    ['BY', byline(article, language)],
    ['WC', `${article.words.toLocaleString('en')} ${language.words}`],
    ['PD', written(article.day, language)],
    ['ET', '21:13'],
    ['SN', article.publisher],
    ['SC', 'COASTC'],
    ['ED', article.edition],
    ['PG', article.page],
    ['LA', language.language],
    ['CY', '(c) 2031 Courier Media'],
    ['LP', [lead!]],
    ['TD', rest],
    ['NS', 'gcat : Political/General News | gpol : Domestic Politics'],
    ['IN', 'iship : Shipping'],
    ['IPD', 'ferry'],
    ['PUB', 'Courier Media'],
    ['AN', `${language.document} ${accession(index, article.day)}`]
  ]
  return all.filter(([, words]) => words !== '')
}

/** With codes, as text: a tab or a blank behind each. */
export function codedText(language: Interface, between: string): string {
  const articles = articlesIn(language).map((article, index) =>
    coded(article, index, language)
      .map(([code, words]) =>
        typeof words === 'string' ? `${code}${between}${words}` : `\n${code}${between}${words.join('\n\n')}\n`
      )
      .join('\n')
  )
  return `Factiva\n\n${articles.join('\n\n')}\n\n${language.summary.join('\n')}\n`
}

/** With codes, as a page. */
export function codedPage(language: Interface): string {
  const row = (code: string, cell: string): string =>
    `<tr><td align="right" valign="top" class="index"><b>${code}</b>&nbsp;</td><td>${cell}</td></tr>`
  const articles = articlesIn(language).map((article, index) => {
    const rows = coded(article, index, language).map(([code, words]) => {
      if (code === 'HD') return row(code, `<b class='enHeadline'>${escaped(article.title)}</b>`)
      const paragraphs = [words]
        .flat()
        .map((text) => `<p class="articleParagraph enarticleParagraph">${escaped(text)}</p>`)
      return typeof words === 'string' ? row(code, escaped(words)) : row(`<p>${code}</p>`, paragraphs.join('\n'))
    })
    return `<div class="article enArticle"><table>${rows.join('\n')}</table><br/></div>`
  })
  return page(articles.join('<br/><span></span>'), language)
}

function page(articles: string, { summary }: Interface): string {
  const [title, ...terms] = summary
  return `<!DOCTYPE html><html><head><meta charset="UTF-8"/><title>Factiva</title></head><body><h1>Factiva</h1><form action="/x"><div id="contentWrapper"><div id="contentLeft">${articles}
<table class="searchPreview"><tr><td class='sbSummaryTitle' colspan="2">${title}</td></tr><tr>${terms.map((term) => `<td>${term}</td>`).join('')}</tr></table></div></div>
<div id="pageFooter"><span class="copyright">&copy; 2031 Factiva, Inc.</span></div></form></body></html>`
}

/** The lines without codes, above the text. */
function plainHead(article: MadeArticle, language: Interface): string[] {
  return [
    `${article.words.toLocaleString('en')} ${language.words}`,
    written(article.day, language),
    '21:13',
    article.publisher,
    'COASTC',
    article.page,
    article.edition,
    language.language,
    '© 2031 Courier Media'
  ].filter((line) => line !== '')
}

/** Without codes, as a page. */
export function plainPage(language: Interface): string {
  const articles = articlesIn(language).map((article, index) => {
    const author = article.authors.length === 0 ? '' : `<div class="author">${byline(article, language)}</div>`
    const section = article.section === '' ? '' : `<div>${article.section}</div>`
    const head = plainHead(article, language).map((line) => `<div>${escaped(line)}</div>`)
    const text = article.paragraphs.map(
      (words) => `<p class="articleParagraph enarticleParagraph">${escaped(words)}\n</p>`
    )
    return `<div id="article-${index}" class="article"><div class="article enArticle"><p>${section}<div id="hd"><span class='enHeadline'>${escaped(article.title)}</span></div>${author}${head.join('\n')}</p>${text.join('')}<p>${language.document} ${accession(index, article.day)}</p></div></div>`
  })
  return page(articles.join('<br/><span></span>'), language)
}

/** Without codes, as text. */
export function plainText(language: Interface): string {
  const articles = articlesIn(language).map((article, index) =>
    [
      [article.section, article.title, byline(article, language), ...plainHead(article, language)]
        .filter((line) => line !== '')
        .join('\n'),
      ...article.paragraphs,
      `${language.document} ${accession(index, article.day)}`
    ].join('\n\n')
  )
  return `Factiva\n\nHarbour board kept memo .... 2\nYard answers the board .... 3\n\n${articles.join('\n\n')}\n\n${language.summary.join('\n')}\n`
}

const RTF = String.raw`{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fswiss Arial;}}{\footer\pard Page {\field{\*\fldinst PAGE}}\par}`

/** With codes, as RTF: a table of two columns. */
export function codedRtf(language: Interface): string {
  const row = (code: string, words: string[]): string =>
    String.raw`\trowd\cellx900\cellx9000\pard\intbl\b ${code}\b0\cell ${words.map(rtfText).join('\\par ')}\cell\row `
  const articles = articlesIn(language).map((article, index) =>
    coded(article, index, language)
      .map(([code, words]) => row(code, [words].flat()))
      .join('\n')
  )
  return `${RTF}\\pard Factiva\\par ${articles.join('\\pard\\par ')}\\pard ${language.summary.map(rtfText).join('\\par ')}\\par}`
}

/** Without codes, as RTF: the headline in bold, a list of headlines in front. */
export function plainRtf(language: Interface): string {
  const articles = articlesIn(language).map((article, index) => {
    const lines = [
      ...(article.section === '' ? [] : [rtfText(article.section)]),
      `\\b ${rtfText(article.title)}\\b0`,
      ...[byline(article, language)].filter(Boolean).map(rtfText),
      ...plainHead(article, language).map(rtfText),
      ...article.paragraphs.map(rtfText),
      rtfText(`${language.document} ${accession(index, article.day)}`)
    ]
    return lines.join('\\par ')
  })
  const list = articlesIn(language).map(({ title }, index) => rtfText(`${title} ${index + 2}`))
  return `${RTF}\\pard ${list.join('\\par ')}\\par \\page ${articles.join('\\par \\page ')}\\par ${language.summary.map(rtfText).join('\\par ')}\\par}`
}
