import { describe, expect, it } from 'vitest'
import { read } from '../../reading/read.ts'
import { readImageHeader } from './header.ts'
import { IMAGE_NOTICE } from './image.ts'
import { jpegShell, madePng } from './made-image.test-helper.ts'

const hint = (name: string): { name: string; url: null; given: [] } => ({ name, url: null, given: [] })

describe('images', () => {
  it('become documents without text, named by their file', async () => {
    const png = await read(madePng(3, 2), hint('pier_at low  tide.png'))
    expect(png.document).toMatchObject({
      mediaType: 'image/png',
      extension: 'png',
      text: '',
      blocks: [],
      notice: IMAGE_NOTICE,
      metadata: { title: { value: 'pier at low tide', evidence: { from: 'file-name' } }, authors: { value: null } }
    })
    const jpeg = await read(jpegShell(640, 480), hint('pier.html'))
    expect(jpeg.document).toMatchObject({ mediaType: 'image/jpeg', extension: 'jpg', text: '' })
  })

  it('tell their size by their header', () => {
    expect(readImageHeader(madePng(3, 2))).toEqual({ mediaType: 'image/png', width: 3, height: 2 })
    expect(readImageHeader(jpegShell(640, 480, 0xc2))).toEqual({ mediaType: 'image/jpeg', width: 640, height: 480 })
  })

  it.each([
    ['a PNG that is cut off', madePng(3, 2).subarray(0, -12)],
    ['a PNG without pixels', Buffer.concat([madePng(3, 2).subarray(0, 33), madePng(3, 2).subarray(-12)])],
    ['a PNG without size', madePng(3, 2, { claim: [0, 2] })],
    ['a JPEG that is cut off', jpegShell(640, 480).subarray(0, -2)],
    ['a JPEG that ends in its header', jpegShell(640, 480).subarray(0, 14)],
    ['a JPEG that is arithmetically coded', jpegShell(640, 480, 0xc9)],
    ['a JPEG without height', jpegShell(640, 0)],
    ['a start alone', Buffer.from([0xff, 0xd8, 0xff, 0xe0])]
  ])('refuses %s', async (_, bytes) => {
    expect(readImageHeader(bytes)).toBeNull()
    await expect(read(bytes, hint('pier'))).rejects.toMatchObject({ code: 'unreadable' })
  })

  it.each([
    ['pixels', madePng(1, 1, { claim: [65_000, 65_000] }), /4225 megapixels; images over 40/],
    ['bytes', Buffer.concat([jpegShell(640, 480), Buffer.alloc(31 << 20)]), /has 32 MB; images over 30 MB/]
  ])('refuses too many %s', async (_, bytes, message) => {
    await expect(read(bytes, hint('pier'))).rejects.toMatchObject({
      code: 'too-large',
      message: expect.stringMatching(message) as string
    })
  })

  it('of other formats are refused, with those that can be imported', async () => {
    await expect(read(Buffer.from('GIF89a\x01\0\x01\0'), hint('pier.gif'))).rejects.toMatchObject({
      code: 'unsupported',
      message: expect.stringContaining('PNG or JPEG') as string
    })
  })
})
