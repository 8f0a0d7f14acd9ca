import { escaped, written, type Interface, type MadeArticle } from './made-exports.test-helper.ts'

/** Labels of the interface in a language, in the order of a record. */
export interface ProquestLabels {
  author: string
  link: string
  abstract: string
  links: string
  text: string
  subject: string
  title: string
  publication: string
  pages: string
  year: string
  published: string
  section: string
  type: string
  language: string
  documentId: string
  url: string
  copyright: string
  updated: string
  database: string
  of: string
  document: string
}

export const LABELS: Record<string, ProquestLabels> = {
  en: {
    author: 'Author',
    link: 'ProQuest document link',
    abstract: 'Abstract',
    links: 'Links',
    text: 'Full text',
    subject: 'Subject',
    title: 'Title',
    publication: 'Publication title',
    pages: 'Pages',
    year: 'Publication year',
    published: 'Publication date',
    section: 'Section',
    type: 'Source type',
    language: 'Language of publication',
    documentId: 'ProQuest document ID',
    url: 'Document URL',
    copyright: 'Copyright',
    updated: 'Last updated',
    database: 'Database',
    of: 'of',
    document: 'Document'
  },
  fr: {
    author: 'Auteur',
    link: 'Lien de document ProQuest',
    abstract: 'Résumé',
    links: 'Liens',
    text: 'Texte intégral',
    subject: 'Sujet',
    title: 'Titre',
    publication: 'Titre de la publication',
    pages: 'Pages',
    year: 'Année de publication',
    published: 'Date de publication',
    section: 'Section',
    type: 'Type de source',
    language: 'Langue de publication',
    documentId: 'ID du document ProQuest',
    url: 'URL du document',
    copyright: 'Copyright',
    updated: 'Dernière mise à jour',
    database: 'Base de données',
    of: 'sur',
    document: 'Document'
  },
  de: {
    author: 'Autor',
    link: 'ProQuest-Dokument-Link',
    abstract: 'Zusammenfassung',
    links: 'Links',
    text: 'Volltext',
    subject: 'Thema',
    title: 'Titel',
    publication: 'Titel der Publikation',
    pages: 'Seiten',
    year: 'Erscheinungsjahr',
    published: 'Publikationsdatum',
    section: 'Bereich',
    type: 'Quellentyp',
    language: 'Publikationssprache',
    documentId: 'ProQuest-Dokument-ID',
    url: 'Dokument-URL',
    copyright: 'Copyright',
    updated: 'Zuletzt aktualisiert',
    database: 'Datenbank',
    of: 'von',
    document: 'Dokument'
  },
  es: {
    author: 'Autor',
    link: 'Enlace de documentos de ProQuest',
    abstract: 'Resumen',
    links: 'Enlaces',
    text: 'Texto completo',
    subject: 'Materia',
    title: 'Título',
    publication: 'Título de publicación',
    pages: 'Páginas',
    year: 'Año de publicación',
    published: 'Fecha de publicación',
    section: 'Sección',
    type: 'Tipo de fuente',
    language: 'Idioma de la publicación',
    documentId: 'ID del documento de ProQuest',
    url: 'URL del documento',
    copyright: 'Copyright',
    updated: 'Última actualización',
    database: 'Base de datos',
    of: 'de',
    document: 'Documento'
  },
  it: {
    author: 'Autore',
    link: 'Link al documento ProQuest',
    abstract: 'Riassunto',
    links: 'Collegamenti',
    text: 'Testo completo',
    subject: 'Soggetto',
    title: 'Titolo',
    publication: 'Titolo pubblicazione',
    pages: 'Pagine',
    year: 'Anno di pubblicazione',
    published: 'Data di pubblicazione',
    section: 'Sezione',
    type: 'Tipo di fonte',
    language: 'Lingua di pubblicazione',
    documentId: 'ID documento ProQuest',
    url: 'URL documento',
    copyright: 'Copyright',
    updated: 'Ultimo aggiornamento',
    database: 'Database',
    of: 'di',
    document: 'Documento'
  },
  pt: {
    author: 'Autor',
    link: 'Link do documento ProQuest',
    abstract: 'Resumo',
    links: 'Ligações',
    text: 'Texto completo',
    subject: 'Assunto',
    title: 'Título',
    publication: 'Título da publicação',
    pages: 'Páginas',
    year: 'Ano de publicação',
    published: 'Data de publicação',
    section: 'Seção',
    type: 'Tipo de fonte',
    language: 'Idioma de publicação',
    documentId: 'ID do documento ProQuest',
    url: 'URL do documento',
    copyright: 'Copyright',
    updated: 'Última atualização',
    database: 'Base de dados',
    of: 'de',
    document: 'Documento'
  }
}

export const documentIdAt = (index: number): string => `25143997${index}`

type Row = [label: string, value: string]

function rows(article: MadeArticle, index: number, language: Interface): { above: Row[]; below: Row[] } {
  const labels = LABELS[language.tag]!
  const names = article.authors.map((name) => name.split(' ').reverse().join(', ')).join('; ')
  const url = `https://www.proquest.com/docview/${documentIdAt(index)}?accountid=1`
  const all = (some: Row[]): Row[] => some.filter(([, value]) => value !== '')
  return {
    above: all([
      [labels.author, names],
      [labels.abstract, 'The board held the memo back for nine days.'],
      [labels.links, 'Consult it']
    ]),
    below: all([
      [labels.subject, 'Ferries; Harbours'],
      [labels.title, article.title],
      [labels.publication, `${article.publisher}${article.edition && `, ${article.edition}`}; Sollen`],
      [labels.pages, article.page],
      [labels.year, '2031'],
      [labels.published, written(article.day, language)],
      [labels.section, article.section],
      [labels.type, 'Newspaper'],
      [labels.language, language.language],
      [labels.documentId, documentIdAt(index)],
      [labels.url, url],
      [labels.copyright, 'Copyright Courier Media 2031'],
      [labels.updated, '2031-11-07'],
      [labels.database, 'Major Dailies']
    ])
  }
}

/** The text that it saves: a rule and a number before each record. */
export function proquestText(articles: readonly MadeArticle[], language: Interface): string {
  const labels = LABELS[language.tag]!
  const rule = '_'.repeat(60)
  const records = articles.map((article, index) => {
    const { above, below } = rows(article, index, language)
    const line = ([label, value]: Row): string => `${label}: ${value}`
    return [
      `${labels.document} ${index + 1} ${labels.of} ${articles.length}`,
      article.title,
      labels.link,
      ...above.map(line),
      `${labels.text}: ${article.paragraphs.join('\n\n')}`,
      ...below.map(line)
    ].join('\n\n')
  })
  return `${rule}\n\n${records.join(`\n\n${rule}\n\n`)}\n\n${rule}\n\nContact ProQuest\nCopyright © 2031 ProQuest LLC. All rights reserved.\n`
}

/** The page that it saves, and sends. */
export function proquestPage(articles: readonly MadeArticle[], language: Interface, quoted = false): string {
  const labels = LABELS[language.tag]!
  const records = articles.map((article, index) => {
    const { above, below } = rows(article, index, language)
    const line = ([label, value]: Row): string => `<p><strong>${label}:&nbsp; </strong>${escaped(value)}</p>`
    return `<div style="border-bottom:2px solid #ccc"><a name="DocID_${index}"></a><p style="font-weight:bold;">${escaped(article.title)}</p>
${above.map(line).join('\n')}<p><a href="https://www.proquest.com/docview/1">${labels.link}</a></p>
<p><strong>${labels.text}: </strong><text wordcount="239"><meta name="V" content="x"><title></title>${article.paragraphs.map((words) => `<p>${escaped(words)}</p>`).join(' ')}</text></p>
${below.map(line).join('\n')}</div>`
  })
  const content = `<p>All documents are reproduced with the permission of the copyright owner.</p><p><b>Please do not reply directly to this email.</b></p><p>Email 4 of 5</p>${records.join('\n')}<p>Contact us</p>`
  return `<html><head><meta charset="utf-8"></head><body>${quoted ? `<p>See the first.</p><blockquote>${content}</blockquote>` : content}</body></html>`
}

/** The mail that it sends. */
export function proquestMail(page: string): string {
  return [
    'From: ProQuest <noreply@proquest.example>',
    'To: Tove Lind <t.lind@courier.example>',
    'Subject: 3 documents from ProQuest',
    'Date: Tue, 04 Mar 2031 10:00:00 +0000',
    'Message-ID: <1@proquest.example>',
    'MIME-Version: 1.0',
    'Content-Type: multipart/alternative; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Your mail program shows no pages.',
    '--b',
    'Content-Type: text/html; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(page).toString('base64').replace(/.{76}/g, '$&\r\n'),
    '--b--',
    ''
  ].join('\r\n')
}
