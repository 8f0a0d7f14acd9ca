import { homedir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { PassThrough } from 'node:stream'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { Cdp } from './cdp.mjs'
import { clone, codec, createCodec } from './codec.mjs'
import { typedPath } from './dialogs.mjs'
import { accelerators, Menu, parseAccelerator, runAccelerator } from './menu.mjs'
import { fromWeb, protocol, toWeb } from './protocol.mjs'

describe('the codec', () => {
  const values = [
    undefined,
    null,
    0,
    -0.5,
    Number.POSITIVE_INFINITY,
    10n ** 20n,
    '',
    'a \0 “curly” \u{1f600}',
    new Date(0),
    [1, [undefined, { a: { b: [] } }]],
    { $: 'date', v: 'looks like an encoded value' },
    new Map([['k', new Set([1])]]),
    Uint8Array.from([0, 255]),
    Float64Array.from([1.5]),
    Uint8Array.from([1, 2, 3]).buffer
  ]

  it.each(values.map((value) => [value]))('carries %o through JSON', (value) => {
    expect(codec.decode(JSON.parse(JSON.stringify(codec.encode(value))))).toEqual(value)
  })

  it('gives a Buffer as the bytes it shows, not those of its pool', () => {
    const decoded = codec.decode(codec.encode(Buffer.from('abc')))
    expect(decoded).toEqual(Uint8Array.from([97, 98, 99]))
    expect(decoded.buffer.byteLength).toBe(3)
  })

  it('works from its source text alone, as in the page', () => {
    const made = new Function(`return ${createCodec.toString()}`)()
    const { encode, decode } = made({
      toBase64: (bytes) => Buffer.from(bytes).toString('base64'),
      fromBase64: (text) => Buffer.from(text, 'base64')
    })
    expect(decode(encode({ a: [new Date(5)] }))).toEqual({ a: [new Date(5)] })
  })

  it('clones as Electron does, with its message for what can not be cloned', () => {
    expect(() => clone({ call: () => 1 })).toThrow('An object could not be cloned.')
  })
})

describe('accelerators', () => {
  afterEach(() => Menu.setApplicationMenu(null))

  it('are read for the platform', () => {
    expect(parseAccelerator('CommandOrControl+Shift+Z', 'linux')).toEqual({
      ctrl: true,
      meta: false,
      alt: false,
      shift: true,
      key: 'z'
    })
    expect(parseAccelerator('CommandOrControl+Shift+Z', 'darwin')).toEqual({
      ctrl: false,
      meta: true,
      alt: false,
      shift: true,
      key: 'z'
    })
    expect(parseAccelerator('CommandOrControl+Plus', 'linux').key).toBe('+')
    expect(parseAccelerator('F11', 'linux')).toEqual({ ctrl: false, meta: false, alt: false, shift: false, key: 'f11' })
  })

  it('run their item, hidden ones too, but no disabled one', () => {
    const run = vi.fn()
    const item = (id, more) => ({ id, label: id, click: () => run(id), ...more })
    const submenu = [
      item('a', { accelerator: 'Ctrl+A' }),
      item('b', { accelerator: 'Ctrl+B', visible: false }),
      item('c', { accelerator: 'Ctrl+C', enabled: false }),
      item('d', {})
    ]
    Menu.setApplicationMenu(Menu.buildFromTemplate([{ label: 'File', submenu }]))
    for (const { index } of accelerators()) runAccelerator(index)
    expect(run.mock.calls.flat()).toEqual(['a', 'b'])
  })
})

describe('custom schemes', () => {
  it('are shown to the browser as https and come back unchanged', () => {
    protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: {} }])
    expect(toWeb('app://dossier/a%20b?c#d')).toBe('https://dossier.app.standin/a%20b?c#d')
    expect(fromWeb(toWeb('app://dossier/a%20b?c#d'))).toBe('app://dossier/a%20b?c#d')
    expect(toWeb('https://elsewhere.example/')).toBe('https://elsewhere.example/')
    expect(fromWeb('https://dossier.app.standin.example/')).toBe('https://dossier.app.standin.example/')
  })
})

describe('typed paths', () => {
  it('may be relative, quoted, at home, or file addresses', () => {
    expect(typedPath(' a.txt ', '/folder')).toBe(join('/folder', 'a.txt'))
    expect(typedPath('"/x/a b.txt"', '/folder')).toBe('/x/a b.txt')
    expect(typedPath('~/a.txt', '/folder')).toBe(join(homedir(), 'a.txt'))
    expect(typedPath(pathToFileURL('/x/a b.txt').href, '/folder')).toBe('/x/a b.txt')
    expect(typedPath('..', '/folder/inner')).toBe('/folder')
  })
})

describe('the protocol client', () => {
  it('reads messages however they are cut, and fails calls when the browser is gone', async () => {
    const out = new PassThrough()
    const input = new PassThrough()
    const cdp = new Cdp(out, input)
    const heard = vi.fn()
    cdp.on('s1|Page.ö', heard)
    const answered = cdp.send('A')
    const bytes = Buffer.from('{"method":"Page.ö","sessionId":"s1","params":{"x":1}}\0{"id":1,"result":{"y":2}}\0')
    for (const byte of bytes) input.write(Buffer.of(byte))
    expect(await answered).toEqual({ y: 2 })
    expect(heard).toHaveBeenCalledExactlyOnceWith({ x: 1 })
    const failed = expect(cdp.send('B')).rejects.toThrow('B: no')
    input.write('{"id":2,"error":{"message":"no"}}\0')
    await failed
    const lost = expect(cdp.send('C')).rejects.toThrow('C: the browser is gone')
    input.destroy()
    await lost
    await expect(cdp.send('D')).rejects.toThrow('D: the browser is gone')
  })
})
