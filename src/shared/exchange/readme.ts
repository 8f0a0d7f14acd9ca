/** What a bundle's `README.txt` tells of it. */
export interface BundleSummary {
  caseTitle: string
  /** TLP label of the most restricted thing in it. */
  handling: string
  generator: string
  /** ISO day. */
  date: string
  sources: number
  quotes: number
  briefs: number
  /** Whether the page that checks it in a browser is in it. */
  hasPage: boolean
  /** Null when the bundle is whole. */
  withheld: Withheld | null
}

/** How much was left out of a reduced bundle. Never what. */
export interface Withheld {
  /** TLP label above which things were left out. */
  above: string
  sources: number
  briefs: number
  /** Records of kinds that the program doesn't know. */
  records: number
  caseTitle: boolean
}

/** What was left out of a reduced bundle and why, a sentence each. */
export function withheldSentences(withheld: Withheld): string[] {
  const { above, sources, briefs, records } = withheld
  return [
    sources === 0
      ? `No source is above ${above}.`
      : `${count(sources, 'source')} above ${above} ${sources === 1 ? 'was' : 'were'} withheld, with all quotes from ${sources === 1 ? 'it' : 'them'}.`,
    ...(briefs === 0 ? [] : [`${count(briefs, 'brief')} above ${above} ${briefs === 1 ? 'was' : 'were'} withheld.`]),
    ...(records === 0
      ? []
      : [
          `${count(records, 'record')} of a kind that this version doesn’t know ${records === 1 ? 'was' : 'were'} withheld.`
        ]),
    ...(withheld.caseTitle ? [`The title of the case was withheld: the case itself is above ${above}.`] : []),
    'The log and deleted quotes and briefs were left out, because they can name what was withheld.'
  ]
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}

/** The bundle's `README.txt`: what is in it and how to check it, for people without Dossier. */
export function bundleReadme(summary: BundleSummary): string {
  const { withheld } = summary
  const title = summary.caseTitle.replace(/\s+/g, ' ')
  return `${title}
${summary.handling}

Handed over on ${summary.date} with ${summary.generator}.
${count(summary.sources, 'source')}, ${count(summary.quotes, 'quote')}, ${count(summary.briefs, 'brief')}.
${withheld === null ? '' : `\nThis is a reduced bundle.\n${withheldSentences(withheld).join('\n')}\n`}
WHAT IS IN HERE

sources/S1/         one folder for each source, named by its key
  original.*        the file exactly as it was received
  text.txt          its text, in which quotes were marked (UTF-8)
  record.json       title, author, dates and where each was found; notes; quotes
  text.json         the text with its paragraphs, as Dossier keeps it
quotes.jsonld       all quotes as W3C Web Annotations; positions count Unicode
                    characters (code points) in text.txt, from 0
sources.csl.json    the sources for reference managers (CSL-JSON)
briefs/             the briefs, to read (.md) and as Dossier keeps them (.json)
case.json           the case's own record
${summary.hasPage ? 'verify.html         a page that checks this bundle and exported PDFs in any browser\n' : ''}${withheld === null ? 'log/                the log of what was done in the case, one file a device\n' : ''}
HOW TO CHECK IT

The folder is a BagIt bag (RFC 8493). In the folder above this one, where
manifest-sha256.txt is:

  Linux     sha256sum -c manifest-sha256.txt
  macOS     shasum -a 256 -c manifest-sha256.txt
  Windows   Get-FileHash data\\sources\\S1\\text.txt, and compare by eye

Every line must end in "OK". Dossier checks all of it when it imports the bundle.
This shows that nothing changed since the manifest was written. Whoever can change
a file can change the manifest too: to rule that out, compare the SHA-256 of
tagmanifest-sha256.txt, or of the zip file, with what the sender tells you by
another way.
`
}
