import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const PACKAGES = 'apt-get install poppler-utils qpdf'

/** Runs a PDF tool. A missing tool fails the test with the packages to install. */
export function tool(name: string, args: string[]): string {
  try {
    return execFileSync(name, args, { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'pipe'] })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      throw new Error(`The test needs ${name}: ${PACKAGES}`, { cause: error })
    }
    throw error
  }
}

/** A PDF on disk for other programs to read; removed with `dispose`. */
export class PdfFile implements Disposable {
  readonly path: string
  private readonly folder = mkdtempSync(join(tmpdir(), 'dossier-pdf-'))

  constructor(bytes: Uint8Array) {
    this.path = join(this.folder, 'brief.pdf')
    writeFileSync(this.path, bytes)
  }

  run(name: string, ...args: string[]): string {
    return tool(name, [...args, this.path])
  }

  /** Text of each page as pdftotext reads it, white space made single spaces. */
  pages(...args: string[]): string[] {
    const pages = tool('pdftotext', [...args, this.path, '-']).split('\f')
    return pages.slice(0, -1).map((text) => text.replace(/\s+/g, ' '))
  }

  text(): string {
    return this.pages().join(' ')
  }

  attachment(name: string): string {
    return this.run('qpdf', `--show-attachment=${name}`)
  }

  /** The same PDF with the bytes of its attachment replaced in place, as a forger would do it; null takes it out. */
  withAttachment(name: string, content: string | Uint8Array | null): Uint8Array {
    const out = join(this.folder, 'changed.pdf')
    if (content === null) {
      tool('qpdf', [this.path, `--remove-attachment=${name}`, out])
      return new Uint8Array(readFileSync(out))
    }
    const known = JSON.parse(this.run('qpdf', '--json', '--json-key=attachments')) as {
      attachments: Record<string, { filespec: string }>
    }
    const file = this.run('qpdf', `--show-object=${known.attachments[name]!.filespec.split(' ')[0]}`)
    const stream = /\/F (\d+) 0 R/.exec(file)![1]!
    const about = { jsonversion: 2, pdfversion: '1.7', pushedinheritedpageresources: false, calledgetallpages: false }
    const dict = { '/Type': '/EmbeddedFile', '/Subtype': '/application/ld+json' }
    const data = Buffer.from(content).toString('base64')
    const update = join(this.folder, 'update.json')
    writeFileSync(
      update,
      JSON.stringify({
        qpdf: [{ ...about, maxobjectid: 1_000_000 }, { [`obj:${stream} 0 R`]: { stream: { data, dict } } }]
      })
    )
    tool('qpdf', [this.path, `--update-from-json=${update}`, out])
    return new Uint8Array(readFileSync(out))
  }

  /** The same PDF uncompressed, with `change` applied to its bytes in Latin-1, mended by qpdf. */
  withContent(change: (content: string) => string): Uint8Array {
    const plain = join(this.folder, 'plain.pdf')
    const changed = join(this.folder, 'edited.pdf')
    const out = join(this.folder, 'out.pdf')
    tool('qpdf', ['--qdf', '--object-streams=disable', this.path, plain])
    const before = readFileSync(plain).toString('latin1')
    const after = change(before)
    if (after === before) throw new Error('Nothing was changed.')
    writeFileSync(changed, Buffer.from(after, 'latin1'))
    try {
      tool('qpdf', [changed, out])
    } catch (error) {
      // qpdf warns with exit 3 when it rebuilds the table of objects.
      if (!(error instanceof Error && 'status' in error && error.status === 3)) throw error
    }
    return new Uint8Array(readFileSync(out))
  }

  [Symbol.dispose](): void {
    rmSync(this.folder, { recursive: true })
  }
}
