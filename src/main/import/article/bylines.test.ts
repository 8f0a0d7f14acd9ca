import { describe, expect, it } from 'vitest'
import { named, readDocument } from '../reading/document.test-helper.ts'
import { read } from '../reading/read.ts'

const TEXT =
  'The harbour board held the memo back for nine days, two officials said on Tuesday. They named no reason.\n\nThe inquiry waits for the board to answer before it meets again.'

/** What is read of an article with such a line below its headline. */
async function below(
  line: string
): Promise<{ authors: string[] | null; agencies: string[] | null; text: string; publisher: string | null }> {
  const source = `Harbour board held memo back for nine days\n\n${line}\n\n${TEXT}\n`
  const { metadata, text } = await readDocument(Buffer.from(source), 'a.txt')
  const { authors, agencies, publisher } = metadata
  return { authors: authors.value, agencies: agencies.value, publisher: publisher.value, text }
}
const WHOLE = `Harbour board held memo back for nine days\n${TEXT.replace('\n\n', '\n')}`

describe('a byline without a person', () => {
  it.each([
    'By Sollen Harbour Correspondent',
    'By Nordhaven City Staff',
    'By Sollen County Reporters',
    'By Foreign Staff',
    'By Harbour Bureau',
    'By our Sollen Correspondent',
    'By Our Own Correspondent',
    'Redazione Sollen',
    'Redazione Cronaca',
    'a cura della Redazione',
    'Von unserer Redaktion',
    'Redaktion Nord',
    'La Rédaction',
    'Par la rédaction',
    'La Redacción'
  ])('names none and leaves the text: %s', async (line) => {
    expect(await below(line)).toMatchObject({ authors: null, text: WHOLE })
  })

  it('of a page is none either', async () => {
    const page = `<html><head><title>Harbour board held memo back</title><meta name="author" content="Sollen Harbour Correspondent"></head><body><article><h1>Harbour board held memo back</h1>${TEXT.split(
      '\n\n'
    )
      .map((words) => `<p>${words}</p>`)
      .join('')}</article></body></html>`
    const { document } = await read(Buffer.from(page), named('a.html'))
    expect(document!.metadata.authors.value).toBeNull()
  })
})

describe('a byline with the paper’s own writer', () => {
  it.each([
    'dal nostro inviato Tove Lindi',
    'Dal nostro corrispondente Tove Lindi',
    'dalla nostra inviata Tove Lindi',
    'di Tove Lindi, nostro inviato',
    'von unserem Korrespondenten Tove Lindi',
    'Von unserer Korrespondentin Tove Lindi',
    'de notre envoyé spécial Tove Lindi',
    'De notre correspondante Tove Lindi',
    'de nuestro enviado especial Tove Lindi',
    'do nosso enviado especial Tove Lindi',
    'van onze correspondent Tove Lindi',
    'By our Sollen correspondent Tove Lindi',
    'By Tove Lindi, Sollen Correspondent',
    'By Tove Lindi Staff Writer'
  ])('names the person: %s', async (line) => {
    expect(await below(line)).toMatchObject({ authors: ['Tove Lindi'], text: WHOLE })
  })
})

describe('agencies with the signs of editors', () => {
  it.each<[string, string[]]>([
    ['dpa/AFP/tli', ['dpa', 'AFP']],
    ['AFP/dpa/tov', ['AFP', 'dpa']],
    ['dpa/tli', ['dpa']],
    ['tli/dpa', ['dpa']],
    ['AP/tli', ['AP']],
    ['Reuters/AFP/tli', ['Reuters', 'AFP']],
    ['(dpa/AFP/tli)', ['dpa', 'AFP']],
    ['Von dpa/tli', ['dpa']],
    ['mit dpa/AFP', ['dpa', 'AFP']],
    ['dpa / AFP / tli', ['dpa', 'AFP']]
  ])('are the agencies: %s', async (line, agencies) => {
    expect(await below(line)).toMatchObject({ authors: null, agencies, publisher: null, text: WHOLE })
  })
})
