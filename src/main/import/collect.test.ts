import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fromClipboard } from './clipboard.ts'
import { collectFiles } from './collect.ts'
import { readDocument } from './document.test-helper.ts'

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
    return files.map((file) => (file.error ? `! ${file.error.code} ${file.name}` : path.relative(root, file.path)))
  }

  it('lists folders in natural order, without hidden files and the assets of saved pages', async () => {
    for (const name of [
      '10.txt',
      '2.txt',
      'b/1.html',
      'b/1_files/logo.html',
      'b/.hidden',
      '.git/config',
      'c/Seite.html',
      'c/Seite-Dateien/a.js',
      'd/my_files/x.txt',
      'Thumbs.db'
    ])
      put(name)
    expect(await names('.')).toEqual(
      ['2.txt', '10.txt', 'b/1.html', 'c/Seite.html'].map((name) => path.normalize(name))
    )
  })
  it('keeps the order of what is given and takes hidden files that are named', async () => {
    for (const name of ['z.txt', 'a/1.txt', '.notes.txt']) put(name)
    expect(await names('z.txt', 'a', '.notes.txt')).toEqual(['z.txt', path.join('a', '1.txt'), '.notes.txt'])
  })
  it('reads a folder once that links lead back to', async () => {
    put('a/1.txt')
    symlinkSync(root, path.join(root, 'a', 'loop'))
    expect(await names('a')).toEqual([path.join('a', '1.txt')])
    symlinkSync(path.join(root, 'self'), path.join(root, 'self'))
    expect(await names('self')).toEqual(['! io self'])
  })
  it('lists what is not there with its error and goes on', async () => {
    put('1.txt')
    expect(await names('gone.txt', '1.txt')).toEqual(['! not-found gone.txt', '1.txt'])
  })
  it('stops at the most it may list, and when cancelled', async () => {
    for (let i = 0; i < 9; i++) put(`${i}.txt`)
    expect(await collectFiles([root], { most: 4 })).toHaveLength(4)
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
