import { escaped, rtfText, type MadeArticle } from './made-exports.test-helper.ts'

/** The database's interfaces. */
export interface EuropresseInterface {
  tag: 'fr' | 'en'
  day: (iso: string) => string
  words: string
  rights: string
  protectedBy: string
  issued: string
  number: string
}

export const EUROPRESSE: EuropresseInterface[] = [
  {
    tag: 'fr',
    day: (iso) => dayIn('fr', iso),
    words: 'mots',
    rights: '© 2031 Courier Media. Tous droits réservés.',
    protectedBy: "Le présent document est protégé par les lois et conventions internationales sur le droit d'auteur.",
    issued:
      'Certificat émis le 9 mars 2031 à Université de Sollen à des fins de visualisation personnelle et temporaire.',
    number: 'Numéro de document'
  },
  {
    tag: 'en',
    day: (iso) => dayIn('en', iso),
    words: 'words',
    rights: '© 2031 Courier Media. All rights reserved.',
    protectedBy: 'The present document and its usage are protected under international copyright laws and conventions.',
    issued: 'Certificate issued on March 9, 2031 to University of Sollen for personal and temporary display.',
    number: 'Document number'
  }
]

function dayIn(language: string, iso: string): string {
  const about = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const
  return new Intl.DateTimeFormat(language, about).format(new Date(`${iso}T12:00Z`))
}

export const numberAt = (index: number, day: string): string => `news·${day.replaceAll('-', '')}·CC·000${index}`

function header(article: MadeArticle, { day, words }: EuropresseInterface): string {
  const section = article.section === '' ? '' : `${article.section}, `
  const page = article.page === '' ? '' : `, p. ${article.page}`
  return `${section}${day(article.day)} ${article.words} ${words}${page}`
}

const NAMES = (article: MadeArticle): string => article.authors.join(' ; ')

/** The pages that it saves now: each part has a class. */
export function classedPage(articles: readonly MadeArticle[], language: EuropresseInterface): string {
  const made = articles.map((article, index) => {
    const authors = article.authors.length === 0 ? '' : `<div class="docAuthors">${NAMES(article)}</div>`
    const edition = article.edition === '' ? '' : `<br />${article.edition}`
    return `<article> <header> <img class="sm-margin-bottom" src="/Docviewer.aspx" />
<div class="rdp__DocPublicationName"> <span class="DocPublicationName"> ${article.publisher}${edition} </span> </div>
<div class="rdp__DocHeader"> <span class="DocHeader">${escaped(header(article, language))}</span> </div>
<div class="apd-wrapper"><div class="apd-title"><span class="apd-label">Aussi paru dans</span></div><table><tr><td><span class="apd-sources-date">4 mars 2031</span></td><td> - </td><td><span class="source-name-APD">Orre (site web)</span></td></tr></table></div>
<div class="titreArticle"> <p class="titreArticleVisu rdp__articletitle"><mark>${escaped(article.title.slice(0, 7))}</mark>${escaped(article.title.slice(7))}</p> </div> ${authors} </header>
<section> <div class="DocText clearfix"> <div class='docOcurrContainer'> ${article.paragraphs.map((words) => `<p>${escaped(words)}</p>`).join(' ')} </div> </div> </section>
<aside> <a class="docComplementLink" href="#">Voir aussi</a> <div><b>Note(s) : </b></div> </aside>
<footer> <a name="complement"></a> <div class="Doc-LegalInfo"> <small>${language.rights}</small> <small>${language.protectedBy}</small> </div>
<div id="divPubliC" class="rdp__certificat"> <div class="publiC_lblCertificatIssuedTo">${language.issued}</div> <div class="publiC-lblNodoc">${numberAt(index, article.day).replaceAll('·', '&#183;')}</div> </div> </footer> </article>`
  })
  return `<html><head><meta charset="utf-8"><style>.a{}</style></head><body>${made.join('\n')}</body></html>`
}

/** The pages that it saved once: line breaks in a table's cell. */
export function oldPage(articles: readonly MadeArticle[], language: EuropresseInterface): string {
  const made = articles.map((article, index) => {
    const number = numberAt(index, article.day)
    const authors = article.authors.length === 0 ? '' : `${NAMES(article)}<br><p></p>`
    const edition = article.edition === '' ? '' : `<br><span class="DocPublicationName">${article.edition}</span>`
    return `<table align="center"><tr><td><table id="tbHeaderImages"><tr><td><img src="a.gif"><br></td><td></td></tr></table><span class="DocPublicationName">${article.publisher}</span>${edition}<br><span class="DocHeader">${escaped(header(article, language))}</span><br><br><span class="TitreArticleVisu">${escaped(article.title)}</span><br><br>${authors}${article.paragraphs.map(escaped).join('<p></p>')}<p></p><b><i>${language.rights}</i></b><p></p>${language.number} : ${number}<br><br><table><tr> <td><img src="b.gif">${number}</td></tr><tr> <td>${language.issued}</td></tr></table></td></tr></table>`
  })
  return `<html><body><form><input type="button" value="Sauvegarder"></form>${made.join('\n<p><br><br>')}</body></html>`
}

function plainLines(article: MadeArticle, index: number, language: EuropresseInterface): string[] {
  return [
    article.publisher,
    header(article, language),
    article.title,
    ...(article.authors.length === 0 ? [] : [NAMES(article)]),
    ...article.paragraphs,
    language.rights,
    language.protectedBy,
    language.issued,
    numberAt(index, article.day)
  ]
}

/** What is copied out of it as text, behind a list of contents. */
export function plainCopy(articles: readonly MadeArticle[], language: EuropresseInterface): string {
  const contents = articles.map(({ publisher, day, title }) => `${publisher}\n${language.day(day)}, p. 1\n${title}`)
  const made = articles.map((article, index) => plainLines(article, index, language).join('\n\n'))
  return `Sommaire\n3 documents\n\n${contents.join('\n\n')}\n\n${made.join('\n\n')}\n`
}

/** The same in a word processor's file. */
export function rtfCopy(articles: readonly MadeArticle[], language: EuropresseInterface): string {
  const made = articles.map((article, index) => plainLines(article, index, language).map(rtfText).join('\\par '))
  return String.raw`{\rtf1\ansi\pard Sommaire\par ${made.join('\\par \\page ')}\par}`
}
