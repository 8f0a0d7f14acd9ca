import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fromClipboard } from './clipboard.ts'
import { collectFiles } from './collect.ts'
import { readDocument } from '../reading/document.test-helper.ts'

describe('collectFiles', () => {
  let root = ''
  const put = (name: string): void => {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true })
    writeFileSync(path.join(root, name), 'x')
  }
  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'dossier-collect-'))
  })
  afterEach(() => rmSync(root, { recursive: true, force: true }))

  const names = async (...places: string[]): Promise<string[]> => {
    const files = await collectFiles(places.map((place) => path.join(root, place)))
    return files.map((file) => {
      if (file.error) return `! ${file.error.code} ${file.name}`
      return `${file.passedOver === undefined ? '' : '- '}${path.relative(root, file.path)}`
    })
  }

  it('lists folders in natural order, hidden files and the assets of saved pages as passed over', async () => {
    for (const name of [
      '10.txt',
      '2.txt',
      'b/1.html',
      'b/1_files/logo.html',
      'b/.hidden',
      '.git/config',
      'c/Seite.html',
      'c/Seite-Dateien/a.js',
      'c/Seite-Dateien/b/2.js',
      'c/Seite-Dateien/b/annex.pdf',
      'd/my_files/x.txt',
      'e/.cache/1',
      'Thumbs.db'
    ])
      put(name)
    expect(await names('.')).toEqual([
      '- .git',
      '2.txt',
      '10.txt',
      '- b/.hidden',
      '- b/1_files',
      'b/1.html',
      '- c/Seite-Dateien',
      'c/Seite-Dateien/b/annex.pdf',
      'c/Seite.html',
      'd/my_files/x.txt',
      '- e/.cache',
      '- Thumbs.db'
    ])
    const [asset] = (await collectFiles([path.join(root, 'c')])).map(({ passedOver }) => passedOver)
    expect(asset).toBe(
      '“Seite-Dateien” was passed over: it holds what the saved page “Seite.html” is made of (2 files: 2 .js). Import the folder by itself if you need them.'
    )
    expect(await names('c/Seite-Dateien')).toEqual([
      'c/Seite-Dateien/a.js',
      'c/Seite-Dateien/b/2.js',
      'c/Seite-Dateien/b/annex.pdf'
    ])
  })
  it('keeps the order of what is given and takes hidden files that are named', async () => {
    for (const name of ['z.txt', 'a/1.txt', '.notes.txt']) put(name)
    expect(await names('z.txt', 'a', '.notes.txt')).toEqual(['z.txt', path.join('a', '1.txt'), '.notes.txt'])
  })
  it('reads a folder once that links lead back to', async () => {
    put('a/b/1.txt')
    symlinkSync(path.join(root, 'a'), path.join(root, 'a', 'b', 'loop'))
    expect(await names('a')).toEqual(['a/b/1.txt', '- a/b/loop'])
    symlinkSync(path.join(root, 'self'), path.join(root, 'self'))
    expect(await names('self')).toEqual(['! io self'])
  })
  it('passes over links that lead out of the folder that was named, and names them', async () => {
    for (const name of ['keys/secret.txt', 'ab/near.txt', 'a/1.txt', 'a/b/2.txt', 'a/Page.html']) put(name)
    const link = (to: string, at: string): void => symlinkSync(to, path.join(root, at))
    link('../keys/secret.txt', 'a/3.txt')
    link(path.join(root, 'keys'), 'a/Page_files')
    link('../..', 'a/b/up')
    link('../ab', 'a/c')
    link('../../a/b/../../keys', 'a/b/round')
    link('b/2.txt', 'a/4.txt')
    link('gone.txt', 'a/5.txt')
    expect(await names('a')).toEqual([
      'a/1.txt',
      '- a/3.txt',
      'a/4.txt',
      '! unsupported 5.txt',
      'a/b/2.txt',
      '- a/b/round',
      '- a/b/up',
      '- a/c',
      '- a/Page_files',
      'a/Page.html'
    ])
    const told = (await collectFiles([path.join(root, 'a')])).find(({ name }) => name === '3.txt')
    expect(told?.passedOver).toBe(
      '“3.txt” was passed over: it is a link to something outside of the folder “a”. Import what it leads to by itself if you need it.'
    )
    // A link that is named is meant.
    expect(await names('a/3.txt', 'a/Page_files')).toEqual(['a/3.txt', 'a/Page_files/secret.txt'])
    link('a', 'named')
    expect((await names('named')).filter((name) => !name.startsWith('named'))).toEqual([
      '- named/3.txt',
      '! unsupported 5.txt',
      '- named/b/round',
      '- named/b/up',
      '- named/c',
      '- named/Page_files'
    ])
  })
  it.runIf(process.platform === 'linux')(
    'takes names that are no UTF-8, from folders and as programs are given them',
    async () => {
      const latin = Buffer.from('caf\xe9.txt', 'latin1')
      for (const folder of ['a', 'b']) mkdirSync(path.join(root, folder))
      for (const folder of ['a', 'b']) writeFileSync(Buffer.concat([Buffer.from(`${root}/${folder}/`), latin]), folder)
      put('b/café.txt')
      mkdirSync(Buffer.concat([Buffer.from(`${root}/c`), latin]))
      writeFileSync(Buffer.concat([Buffer.from(`${root}/c`), latin, Buffer.from('/1.txt')]), 'c')
      expect(await names('a', 'b', '.')).toEqual([
        'a/café.txt',
        'b/caf\\xE9.txt',
        'b/café.txt',
        '- a',
        '- b',
        'ccafé.txt/1.txt'
      ])
      const [file] = await collectFiles([path.join(root, 'a')])
      expect(file).toMatchObject({ name: 'café.txt', nameBytes: latin })
      expect(readFileSync(file!.place, 'utf8')).toBe('a')
      expect(await names('a/caf\uFFFD.txt', 'ccaf\uFFFD.txt/1.txt', 'b/no\uFFFD.txt')).toEqual([
        'a/café.txt',
        'ccaf\uFFFD.txt/1.txt',
        '! unsupported no\uFFFD.txt'
      ])
    }
  )
  it('lists what is not there with its error and goes on', async () => {
    put('1.txt')
    expect(await names('gone.txt', '1.txt')).toEqual(['! not-found gone.txt', '1.txt'])
  })
  it('stops at the most it may list, and when cancelled', async () => {
    for (let i = 0; i < 9; i++) put(`${i}.txt`)
    const [last, ...first] = (await collectFiles([root], { most: 4 })).reverse()
    expect(first).toHaveLength(4)
    expect(last).toMatchObject({ path: root, error: { code: 'too-large' } })
    expect(last!.error!.message).toMatch(
      /^5 entries of “dossier-collect-\w+” were not looked at, since an import takes 4/
    )
    await expect(collectFiles([root], { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'cancelled' })
  })
})

describe('fromClipboard', () => {
  const html = '<h1>Memo withheld</h1><p>The board kept the memo.</p><blockquote>“We gave everything.”</blockquote>'

  it('takes structured HTML with its address', async () => {
    const { bytes, name } = fromClipboard({
      text: 'Memo withheld The board kept the memo. “We gave everything.”',
      html,
      url: 'https://a.example/memo'
    })
    expect(name).toMatch(/^pasted-[0-9a-f]{8}\.html$/)
    const extracted = await readDocument(bytes, name)
    expect(extracted.text).toBe('Memo withheld\nThe board kept the memo.\n“We gave everything.”')
    expect(extracted.metadata.url.value).toBe('https://a.example/memo')
  })
  it('takes the plain text when the HTML is styling only', () => {
    const pasted = fromClipboard({
      text: 'One.\n\nTwo.',
      html: '<span style="color:red">One.</span><br><span>Two.</span>',
      url: null
    })
    expect(new TextDecoder().decode(pasted.bytes)).toBe('One.\n\nTwo.')
    expect(pasted.name).toMatch(/\.txt$/)
  })
  it('removes what Windows puts around the HTML', () => {
    const windows = `Version:0.9\r\nStartHTML:00000097\r\nEndHTML:00000170\r\n<html><body><!--StartFragment-->${html}<!--EndFragment--></body></html>`
    expect(new TextDecoder().decode(fromClipboard({ text: '', html: windows, url: null }).bytes)).toMatch(
      /^<html><body><h1>/
    )
  })
  it('gives equal pastes equal names and others others', () => {
    const name = (text: string): string => fromClipboard({ text, html: null, url: null }).name
    expect(name('a')).toBe(name('a'))
    expect(name('a')).not.toBe(name('b'))
  })
})
