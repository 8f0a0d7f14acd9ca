import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Made articles about made events in a made country: a plain-text report, two saved web pages, a copy of the first, and a
 * file that is no article.
 */
export const QUAY = {
  file: '1-quay.txt',
  title: 'Sollen closes its old quay after cracks are found',
  publisher: 'Northern Courier',
  published: '2031-05-12',
  paragraphs: [
    'The port of Sollen has closed its old quay to lorries after divers found cracks in three of its nine pillars.',
    'Engineers measured the widest crack at 14 millimetres on Sunday, the port said in a statement.',
    '“We would rather close a quay too early than a day too late,” the harbour master told reporters on Monday.',
    'Ferries to Vestad leave from the new quay until further notice.'
  ]
} as const

export const AGENCY = {
  file: '2-agency.html',
  title: 'Sollen knew of quay cracks in March, engineer says',
  publisher: 'Daily Lantern',
  published: '2031-05-13',
  author: 'Orla Venn',
  paragraphs: [
    'The port of Sollen knew of cracks in its old quay two months before it closed it, a former engineer of the port says.',
    '“I put the number in writing, and the number was eleven millimetres,” the engineer told Vestad News Agency.',
    'The port said on Tuesday that it had acted “on the day the divers reported”. It would not say whether an earlier report existed.',
    'The old quay was built for coasters of half the weight of the present ferries and was last strengthened eighteen years ago.'
  ]
} as const

export const TRAFFIC = {
  file: '3-traffic.html',
  title: 'Lorries queue through Sollen as quay stays shut',
  publisher: 'Harbour Post',
  published: '2031-05-14',
  author: 'Piet Maron',
  paragraphs: [
    'Lorries bound for Vestad queued for four kilometres through the old town of Sollen on Wednesday, the second day without the old quay.',
    'The town council asked the port to open a second lane at the new quay by the weekend.',
    '“Nobody here asks who is to blame, we ask where the lorries go,” a councillor said at a meeting in the evening.',
    'The port hopes to reopen the quay for cars in the first days of June.'
  ]
} as const

export const ALL_TITLES = [QUAY.title, AGENCY.title, TRAFFIC.title]

function text({ published, publisher, title, paragraphs }: typeof QUAY): string {
  return [`date ${published} - ${publisher}`, '-', title, ...paragraphs, ''].join('\n')
}

function savedPage(article: typeof AGENCY | typeof TRAFFIC): string {
  const { title, publisher, published, author, paragraphs } = article
  const host = `${publisher.toLowerCase().replace(' ', '')}.example`
  const data = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: title,
    datePublished: published,
    author: { '@type': 'Person', name: author }
  }
  return `<!DOCTYPE html>
<!-- saved from url=(0041)https://${host}/2031/05/quay -->
<html lang="en"><head><meta charset="utf-8"><title>${title} | ${publisher}</title>
<meta property="og:site_name" content="${publisher}"><meta property="og:title" content="${title}">
<link rel="canonical" href="https://${host}/2031/05/quay">
<script type="application/ld+json">${JSON.stringify(data)}</script>
<script>document.title = 'a script has run'; fetch('https://${host}/counter')</script></head>
<body><nav><ul><li><a href="/news">News</a></li><li><a href="/port">Port</a></li><li><a href="/shop">Shop</a></li></ul></nav>
<main><article><h1>${title}</h1><p class="byline">By ${author}</p><time datetime="${published}">${published}</time>
${paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('\n')}
<img src="https://${host}/picture.jpg" alt="The quay"></article></main>
<aside><h2>Most read</h2><a href="/tides">Tides of the week</a></aside><footer>All rights reserved.</footer></body></html>
`
}

/** Writes the folder to import: three articles, one of them twice, and one bad file. Returns its path. */
export async function writeArticles(inFolder: string): Promise<string> {
  const folder = join(inFolder, 'articles')
  await mkdir(folder)
  await writeFile(join(folder, QUAY.file), text(QUAY))
  await writeFile(join(folder, AGENCY.file), savedPage(AGENCY))
  await writeFile(join(folder, TRAFFIC.file), savedPage(TRAFFIC))
  await writeFile(join(folder, '4-quay-copy.txt'), text(QUAY))
  await writeFile(
    join(folder, '5-broken.txt'),
    Uint8Array.from({ length: 4096 }, (_, index) => (index * 37) % 256)
  )
  return folder
}

/** Writes so many short reports into a folder. Returns its path. */
export async function writeMany(inFolder: string, count: number): Promise<string> {
  const folder = join(inFolder, 'many')
  await mkdir(folder)
  for (let number = 1; number <= count; number++) {
    await writeFile(
      join(folder, `${number}.txt`),
      `Report ${number} of the port of Vestad\n\nShip number ${number} came in at noon and left at ${number}.\n`
    )
  }
  return folder
}

/** Writes an article, a revised version of it by the same paper, and a paper that prints it as an agency's copy. Returns the folder. */
export async function writeVersions(inFolder: string): Promise<string> {
  const folder = join(inFolder, 'versions')
  await mkdir(folder)
  const first = [
    'SOLLEN (Vestad News Agency) - The port of Sollen has closed its old quay to lorries after divers found cracks in three of its nine pillars, the harbour master said on Monday.',
    'Engineers measured the widest crack at 14 millimetres on Sunday, according to a statement that the port published in the evening.',
    'Ferries to Vestad leave from the new quay until further notice, and passengers were asked to come an hour before their boat.',
    'The old quay was built for coasters of half the weight of the present ferries and was last strengthened eighteen years ago.',
    'Nobody was hurt, and no ship was damaged when the barrier went down shortly before noon, the police of the port said.'
  ]
  const revised = [
    first[0]!.replace('three of its nine', 'five of its nine'),
    first[1]!,
    first[2]!.replace('an hour', 'two hours'),
    first[3]!,
    'The ministry in Vestad will send two engineers of its own to the quay on Wednesday, a spokeswoman said late on Tuesday.'
  ]
  const article = (day: string, paper: string, title: string, paragraphs: readonly string[]): string =>
    [`date ${day} - ${paper}`, '-', title, ...paragraphs, ''].join('\n')
  await writeFile(join(folder, '1.txt'), article('2031-05-12', 'Northern Courier', 'Sollen closes its old quay', first))
  await writeFile(
    join(folder, '2.txt'),
    article('2031-05-13', 'Northern Courier', 'Sollen closes its old quay', revised)
  )
  await writeFile(
    join(folder, '3.txt'),
    article('2031-05-14', 'Harbour Post', 'Cracks shut quay of Sollen', [
      ...first.slice(0, 4),
      'The council meets on Friday.'
    ])
  )
  return folder
}
