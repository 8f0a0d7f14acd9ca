import { setFlagsFromString } from 'node:v8'
import { describe, expect, it } from 'vitest'
import { assertBlocks } from '../../extracted/blocks.ts'
import { documentOf, named } from '../../reading/document.test-helper.ts'
import type { Reading } from '../../extracted/extracted.ts'
import { readMail } from './mail.ts'

const mail = (...lines: string[]): Buffer => Buffer.from(lines.join('\r\n'), 'latin1')
const HEAD = [
  'From: "Lind, Tove" <tove.lind@courier.example>',
  'To: Harbour Board <board@sollen.example>,',
  ' clerk@sollen.example',
  'Cc: press@sollen.example',
  'Date: Tue, 4 Mar 2031 09:05:00 +0200',
  'Subject: Re: The withheld memo'
]

async function readOf(bytes: Uint8Array): Promise<Reading> {
  const reading = await readMail(bytes, named('memo.eml'))
  if (reading.document) assertBlocks(reading.document.text, reading.document.blocks)
  return reading
}

async function linesOf(bytes: Uint8Array): Promise<string[]> {
  const { text, blocks } = documentOf(await readOf(bytes))
  return blocks.map(({ type, start, end }) => `${type}: ${text.slice(start, end)}`)
}

/** The blocks below the fields that stand above every mail's text. */
async function bodyOf(bytes: Uint8Array): Promise<string[]> {
  return (await linesOf(bytes)).filter((line) => !/^heading|^paragraph: (?:From|To|Cc|Date|Subject): /.test(line))
}

describe('a mail', () => {
  it('shows its head fields above its text and takes metadata from them', async () => {
    const { document, parts } = await readOf(mail(...HEAD, '', 'The board held it back.', '', 'It says nothing.'))
    expect(document?.text.split('\n')).toEqual([
      'The withheld memo',
      'From: "Lind, Tove" <tove.lind@courier.example>',
      'To: Harbour Board <board@sollen.example>, clerk@sollen.example',
      'Cc: press@sollen.example',
      'Date: Tue, 4 Mar 2031 09:05:00 +0200',
      'Subject: Re: The withheld memo',
      'The board held it back.',
      'It says nothing.'
    ])
    const { title, authors, published, publisher, url } = document!.metadata
    expect(title.value).toBe('The withheld memo')
    expect(authors).toMatchObject({ value: ['Tove Lind'], evidence: { from: 'header' } })
    expect(authors.evidence?.detail).toContain('tove.lind@courier.example')
    expect(published.value).toBe('2031-03-04T09:05:00+02:00')
    expect([publisher.value, url.value, parts]).toEqual([null, null, []])
  })

  it('names a newsletter’s sender and a list as publisher, not surely', async () => {
    const list = ['List-Id: Harbour Watch <watch.sollen.example>', 'List-Unsubscribe: <mailto:off@sollen.example>']
    const { metadata } = documentOf(
      await readOf(mail('From: Northern Courier <news@courier.example>', ...list, '', 'Text.'))
    )
    expect(metadata.authors.value).toBeNull()
    expect(metadata.publisher).toMatchObject({ value: 'Northern Courier', confidence: 0.5 })
    expect(metadata.publisher.alternatives[0]?.value).toBe('Harbour Watch')
  })

  it('keeps quoted replies as quotes, each depth apart, and signatures line by line', async () => {
    const body = [
      'No.',
      '',
      'On Monday the board wrote:',
      '> Was the memo',
      '> held back?',
      '>> By whom?',
      '',
      '-- ',
      'Tove Lind',
      'Sollen'
    ]
    expect(await bodyOf(mail(...HEAD, '', ...body))).toEqual([
      'paragraph: No.',
      'paragraph: On Monday the board wrote:',
      'quote: Was the memo',
      'quote: held back?',
      'quote: > By whom?',
      'paragraph: --',
      'paragraph: Tove Lind',
      'paragraph: Sollen'
    ])
  })

  it('prefers the text part, but not one that only says that there is another', async () => {
    const both = (plain: string): Buffer =>
      mail(
        ...HEAD,
        'Content-Type: multipart/alternative; boundary=b',
        '',
        '--b',
        'Content-Type: text/plain',
        '',
        plain,
        '--b',
        'Content-Type: text/html',
        '',
        '<h2>Memo</h2><p>The <b>board</b> held it back for two years.</p><blockquote>Why?</blockquote><img src="http://tracker.example/p.gif">',
        '--b--',
        ''
      )
    expect(await bodyOf(both('Memo. The board held it back for two years. Why?'))).toEqual([
      'paragraph: Memo. The board held it back for two years. Why?'
    ])
    expect(await bodyOf(both('View in browser.'))).toEqual([
      'paragraph: The board held it back for two years.',
      'quote: Why?'
    ])
    expect(await linesOf(both('View in browser.'))).toContain('heading: Memo')
  })

  it('takes the fuller of the two parts, and says where each has what the other hasn’t', async () => {
    const both = (plain: string, html: string): Buffer =>
      mail(
        ...HEAD,
        'Content-Type: multipart/alternative; boundary=b',
        '',
        ...['--b', 'Content-Type: text/plain', '', plain, '--b', 'Content-Type: text/html', '', html, '--b--', '']
      )
    const noticeOf = async (bytes: Buffer): Promise<string | null> => documentOf(await readOf(bytes)).notice
    const memo = 'The board held the memo back for nine days.'
    const fuller = both(memo, `<p>The board held the <b>memo</b> back for nine days. See the annex.</p>`)
    expect(await bodyOf(fuller)).toEqual([`paragraph: ${memo} See the annex.`])
    expect(await noticeOf(fuller)).toBeNull()
    const differing = both(memo, '<p>The board held the memo back for ten days. See the annex.</p>')
    expect(await bodyOf(differing)).toEqual([`paragraph: ${memo}`])
    expect(await noticeOf(differing)).toMatch(/the HTML part has 4 words that the plain text, which was taken, hasn’t/)
    for (const html of [
      `<p>${memo}</p><a href="http://a.example">Annex</a>`,
      `<p>${memo}</p>`,
      '<p>The board held the memo.</p>'
    ]) {
      expect(await bodyOf(both(memo, html))).toEqual([`paragraph: ${memo}`])
      expect(await noticeOf(both(memo, html))).toBeNull()
    }
  })

  it('joins flowed lines and soft line breaks', async () => {
    const flowed = mail(
      ...HEAD,
      'Content-Type: text/plain; format=flowed',
      '',
      'The board held ',
      'the memo back.',
      'It waits.'
    )
    expect(await bodyOf(flowed)).toEqual(['paragraph: The board held the memo back.', 'paragraph: It waits.'])
    const soft = mail(
      ...HEAD,
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      'The b=C3=',
      '=B8rd held the me=',
      'mo back.'
    )
    expect(await bodyOf(soft)).toEqual(['paragraph: The børd held the memo back.'])
  })

  it('decodes what charsets, encoded words and continued names say', async () => {
    const curly = (declared: string): Buffer =>
      mail(...HEAD, ...(declared ? [declared] : []), '', '\x93Held back\x94, she\x92d said \x96 twice.')
    const right = ['paragraph: “Held back”, she’d said – twice.']
    expect(await bodyOf(curly('Content-Type: text/plain; charset=windows-1252'))).toEqual(right)
    expect(await bodyOf(curly('Content-Type: text/plain; charset=iso-8859-1'))).toEqual(right)
    expect(await bodyOf(curly('Content-Type: text/plain'))).toEqual(right)
    expect(await bodyOf(curly(''))).toEqual(right)
    const japanese = mail(...HEAD, 'Content-Type: text/plain; charset=ISO-2022-JP', '', '\x1B$B$3$s$K$A$O\x1B(B')
    expect(await bodyOf(japanese)).toEqual(['paragraph: こんにちは'])

    const { document, parts } = await readOf(
      mail(
        'From: =?ISO-8859-1?Q?J=F8rn_Moll?= <moll@sollen.example>',
        'Subject: =?UTF-8?B?SGVsZCDigJxi?=',
        ' =?UTF-8?B?YWNr4oCd?=',
        'Content-Type: multipart/mixed; boundary=b',
        '',
        '--b',
        '',
        'See below.',
        '--b',
        'Content-Type: application/pdf',
        "Content-Disposition: attachment; filename*0*=utf-8''%E2%80%9Cmemo; filename*1*=%E2%80%9D.pdf",
        '',
        '%PDF-',
        '--b--',
        ''
      )
    )
    expect(document!.metadata.title.value).toBe('Held “back”')
    expect(document!.metadata.authors.value).toEqual(['Jørn Moll'])
    expect(parts.map(({ hint }) => hint.name)).toEqual(['“memo”.pdf'])
  })

  it('gives attachments and attached mails as parts, without signatures and inline pictures', async () => {
    const part = (type: string, more: string[], body: string): string[] => [
      '--b',
      `Content-Type: ${type}`,
      ...more,
      '',
      body
    ]
    const { parts } = await readOf(
      mail(
        ...HEAD,
        'Content-Type: multipart/mixed; boundary=b',
        '',
        ...part('text/plain', [], 'See below.'),
        ...part(
          'text/html; name="../../etc/minutes\u0000.html"',
          ['Content-Disposition: attachment'],
          '<p>Minutes</p>'
        ),
        ...part('message/rfc822', [], 'Subject: Budget 2031/32\r\n\r\nAs agreed.'),
        ...part('image/png', ['Content-ID: <logo@x>', 'Content-Disposition: inline'], 'png'),
        ...part('application/pkcs7-signature; name=smime.p7s', ['Content-Disposition: attachment'], 'sig'),
        ...part('application/ms-tnef; name=winmail.dat', ['Content-Disposition: attachment'], 'tnef'),
        '--b--',
        ''
      )
    )
    expect(parts.map(({ path, hint }) => [path, hint.name, hint.given])).toEqual([
      ['minutes_.html', 'minutes_.html', []],
      ['Budget 2031-32.eml', 'Budget 2031-32.eml', []],
      ['winmail.dat', 'winmail.dat', []]
    ])
    expect(Buffer.from(parts[1]!.bytes).toString()).toContain('As agreed.')
  })

  it('says that an encrypted mail is one', async () => {
    const smime = mail(
      ...HEAD,
      'Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m',
      'Content-Transfer-Encoding: base64',
      '',
      'AAAA'
    )
    const pgp = mail(
      ...HEAD,
      'Content-Type: multipart/encrypted; protocol="application/pgp-encrypted"; boundary=b',
      '',
      '--b',
      'Content-Type: application/pgp-encrypted',
      '',
      'Version: 1',
      '--b',
      'Content-Type: application/octet-stream',
      '',
      '-----BEGIN PGP MESSAGE-----',
      '--b--',
      ''
    )
    for (const sealed of [smime, pgp]) {
      const { document, parts } = await readOf(sealed)
      expect(document?.notice).toMatch(/^The text of this mail is encrypted/)
      expect(document?.metadata.title.value).toBe('The withheld memo')
      expect(parts).toEqual([])
    }
  })

  it('keeps attachments of a mail without text', async () => {
    const { document, parts } = await readOf(mail('Content-Type: text/csv; name=a.csv', '', 'a,b'))
    expect(document).toMatchObject({ text: '', notice: 'This mail has no text, only attachments.' })
    expect(parts.map(({ hint }) => hint.name)).toEqual(['a.csv'])
  })
})

describe('what is whose', () => {
  it('joins quoted lines that flow, each depth apart', async () => {
    const body = ['> She told nobody, as she has since admitted under ', '> oath.', '>> Who ', '>> knew?', '', 'No.']
    const flowed = mail(...HEAD, 'Content-Type: text/plain; charset=utf-8; format=flowed', '', ...body)
    expect(await bodyOf(flowed)).toEqual([
      'quote: She told nobody, as she has since admitted under oath.',
      'quote: > Who knew?',
      'paragraph: No.'
    ])
  })

  it.each([
    ['"Lind, Tove (Sollen Office)" <tove.lind@sollen.example>', ['Tove Lind']],
    ['"\'Tove Lind\' via Harbour Watch" <watch@sollen.example>', ['Tove Lind']],
    ['Tove Lind <tove@sollen.example> on behalf of Harbour Board <board@sollen.example>', ['Tove Lind']],
    ['"Lind Tove, Ports/Sollen" <tove.lind@sollen.example>', ['Tove Lind']],
    ['CN=Tove Lind/OU=Ports/O=Sollen', ['Tove Lind']],
    ['tove@sollen.example (Tove Lind)', ['Tove Lind']],
    ['Editors: Tove Lind <t@x.example>, Arne Moll <a@x.example>;', ['Tove Lind', 'Arne Moll']],
    ['=?UTF-8?Q?J=C3=B8rn?= =?UTF-8?Q?_Moll?= <j@x.example>', ['Jørn Moll']],
    ['=?UTF-8?Q?J=C3?= =?UTF-8?Q?=B8rn_Moll?= <j@x.example>', ['Jørn Moll']],
    ['=?UTF-8?B?SsO4cm4=?=\r\n =?UTF-8?B?IE1vbGw=?= <j@x.example>', ['Jørn Moll']],
    ['=?unknown-8bit?Q?J=F8rn_Moll?= <j@x.example>', ['Jørn Moll']],
    ['=?utf-8?Q?J=C3=B8rn=20Mo\r\n ll?= <j@x.example>', ['Jørn Moll']]
  ])('takes the author from %s', async (from, authors) => {
    const { metadata } = documentOf(await readOf(mail(`From: ${from}`, 'Subject: Memo', '', 'Text.')))
    expect(metadata.authors.value).toEqual(authors)
  })

  it('takes the writer whom a newsletter names before its sender', async () => {
    const list = ['List-Unsubscribe: <mailto:off@sollen.example>', 'Subject: The withheld memo']
    const article = ['The withheld memo', '', 'By Arne Moll', '', 'The board held a memo back for nine days.']
    const from = async (sender: string, ...body: string[]): Promise<[string[] | null, string | null]> => {
      const { metadata } = documentOf(await readOf(mail(`From: ${sender}`, ...list, '', ...body)))
      return [metadata.authors.value, metadata.publisher.value]
    }
    expect(await from('Northern Courier <news@courier.example>', ...article)).toEqual([
      ['Arne Moll'],
      'Northern Courier'
    ])
    expect(await from('Tove Lind <tove@courier.example>', ...article)).toEqual([['Arne Moll'], null])
    expect(await from('Tove Lind <tove@courier.example>', 'No byline here.')).toEqual([['Tove Lind'], null])
    const letter = mail('From: The Harbour Letter <l@x.example>', "Subject: Today's letter", '', 'View', '', ...article)
    const { metadata: read } = documentOf(await readOf(letter))
    expect([read.authors.value, read.publisher.value]).toEqual([['Arne Moll'], 'The Harbour Letter'])
    expect(read.title.alternatives.map(({ value }) => value)).toEqual(['The withheld memo'])
    // A digest of several articles is nobody's.
    const digest = [...article, '', 'Bridge shut', '', 'By Ilse Varnholt', '', 'It is shut.']
    expect(await from('Northern Courier <news@courier.example>', ...digest)).toEqual([null, 'Northern Courier'])
    const { metadata } = documentOf(await readOf(mail('From: Tove Lind <t@x.example>', '', ...article)))
    expect(metadata.authors.value).toEqual(['Tove Lind'])
  })

  it.each([
    [
      '---------- Forwarded message ---------',
      ['From: Arne Moll <arne@x.example>', 'Date: Mon, 3 Mar 2031 at 10:00', 'Subject: Hull', 'To: <tove@x.example>']
    ],
    [
      '-----Original Message-----',
      ['From: Arne Moll', 'Sent: Monday, 3 March 2031 10:00', 'To: Tove Lind', 'Subject: Hull']
    ],
    [
      'Begin forwarded message:',
      ['From: Arne Moll <arne@x.example>', 'Subject: Hull', 'Date: 3 March 2031 at 10:00:00 CET', 'To: t@x.example']
    ],
    [
      '-----Ursprüngliche Nachricht-----',
      ['Von: Arne Moll', 'Gesendet: Montag, 3. März 2031 10:00', 'An: Tove Lind', 'Betreff: Hull']
    ],
    [
      '-----Message d’origine-----',
      ['De : Arne Moll', 'Envoyé : lundi 3 mars 2031 10:00', 'À : Tove Lind', 'Objet : Hull']
    ],
    [
      '-----Mensaje original-----',
      ['De: Arne Moll', 'Enviado el: lunes, 3 de marzo de 2031 10:00', 'Para: Tove Lind', 'Asunto: Hull']
    ],
    [
      '-----Messaggio originale-----',
      ['Da: Arne Moll', 'Inviato: lunedì 3 marzo 2031 10:00', 'A: Tove Lind', 'Oggetto: Hull']
    ],
    [
      '-----Oorspronkelijk bericht-----',
      ['Van: Arne Moll', 'Verzonden: maandag 3 maart 2031 10:00', 'Aan: Tove Lind', 'Onderwerp: Hull']
    ],
    [
      '________________________________',
      ['*From:* Arne Moll', '*Sent:* Monday, 3 March 2031 10:00', '*To:* Tove Lind', '*Subject:* Hull']
    ]
  ])('keeps the head of what was forwarded below %s, and the mail the sender’s', async (between, head) => {
    const lines = ['See below.', '', between, ...head, '', 'The hull is rusty.']
    const type = 'Content-Type: text/plain; charset=utf-8'
    const bytes = Buffer.from([...HEAD, type, '', ...lines].join('\r\n'))
    const { text, metadata } = documentOf(await readOf(bytes))
    for (const line of head) expect(text.split('\n')).toContain(line)
    expect(text.split('\n').at(-1)).toBe('The hull is rusty.')
    expect(metadata.title.value).toBe('The withheld memo')
    expect(metadata.authors.value).toEqual(['Tove Lind'])
    expect(metadata.published.value).toBe('2031-03-04T09:05:00+02:00')
    expect(metadata.authors.alternatives.map(({ value }) => value)).toContainEqual(['Arne Moll'])
    expect(metadata.published.alternatives.map(({ value }) => value.slice(0, 10))).toContain('2031-03-03')
  })

  it('reads a part of an unknown charset by what it looks like', async () => {
    const bytes = mail(
      ...HEAD,
      'Content-Type: text/plain; charset=unknown-8bit',
      '',
      'H\xe5ndskrift fra J\xf8rn, \x93held back\x94.'
    )
    expect(await bodyOf(bytes)).toEqual(['paragraph: Håndskrift fra Jørn, “held back”.'])
  })
})

describe('a hostile mail', () => {
  const nested = (levels: number): Buffer =>
    mail(
      ...Array.from({ length: levels }, (_, i) => [
        `Content-Type: multipart/mixed; boundary=b${i}x`,
        '',
        `--b${i}x`
      ]).flat(),
      '',
      'Text.'
    )

  it('may nest parts 50 levels deep and no further', async () => {
    expect(await bodyOf(nested(50))).toEqual(['paragraph: Text.'])
    await expect(readOf(nested(51))).rejects.toMatchObject({
      code: 'unreadable',
      message: expect.stringContaining('50 levels') as string
    })
    await expect(readOf(nested(10_000))).rejects.toMatchObject({ code: 'unreadable' })
  })

  it('may attach a mail to a mail 10,000 times: one is taken out of the other', async () => {
    const { parts } = await readOf(
      mail(...Array.from({ length: 10_000 }, () => ['Content-Type: message/rfc822', '']).flat(), 'Text.')
    )
    expect(parts).toHaveLength(1)
  })

  it('is refused with over 1,000 parts or header fields without end', async () => {
    const many = Array.from({ length: 1001 }, () => '--b\r\nContent-Type: text/csv\r\n\r\na')
    await expect(readOf(mail('Content-Type: multipart/mixed; boundary=b', '', ...many, '--b--'))).rejects.toMatchObject(
      { code: 'too-large' }
    )
    const header = `X-Long: ${'a'.repeat(10 * 1024 * 1024)}`
    await expect(readOf(mail(header, '', 'Text.'))).rejects.toMatchObject({
      code: 'unreadable',
      message: expect.stringContaining('header lines') as string
    })
  })

  it('is read as far as it goes when its end is missing, and shows NUL', async () => {
    const cut = mail(
      ...HEAD,
      'Content-Type: multipart/mixed; boundary="b',
      '',
      '--b',
      'Content-Type: text/plain; charset="utf-8',
      '',
      'Held\0 back'
    )
    expect((await linesOf(cut)).join('\n')).toContain('Held\uFFFD back')
    expect(await bodyOf(mail('Subject: =?utf-8?B?unended', '__proto__: x', 'constructor: y', '', 'Text.'))).toEqual([
      'paragraph: Text.'
    ])
  })

  it('may quote without end, in a process old enough that V8 no longer optimises expressions, too', async () => {
    setFlagsFromString('--no-regexp-optimization')
    try {
      const body = await bodyOf(mail(...HEAD, '', '>'.repeat(5_000_000), 'Text.'))
      expect(body.map((line) => line.slice(0, 10))).toEqual(['quote: >>>', 'paragraph:'])
    } finally {
      setFlagsFromString('--regexp-optimization')
    }
  })

  it('points nowhere with its names', async () => {
    const names = ['..', 'C:\\con\\..', '/etc/passwd', '\u202Efdp.exe', 'a'.repeat(500) + '.pdf']
    const parts = names.flatMap((name) => [
      '--b',
      `Content-Type: application/pdf; name="${Buffer.from(name.replaceAll('\\', '\\\\')).toString('latin1')}"`,
      '',
      'x'
    ])
    const reading = await readOf(mail('Content-Type: multipart/mixed; boundary=b', '', ...parts, '--b--'))
    expect(reading.parts.map(({ hint }) => hint.name)).toEqual([
      'attachment 1.pdf',
      'attachment 2.pdf',
      'passwd',
      '_fdp.exe',
      `${'a'.repeat(115)}….pdf`
    ])
  })
})
