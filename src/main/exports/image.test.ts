import { describe, expect, it } from 'vitest'
import { CAMERA, picture } from './every-block.test-helper.ts'
import { withoutMetadata } from './image.ts'

function segment(marker: number, data: Uint8Array | string): Buffer {
  const body = Buffer.from(data)
  return Buffer.concat([Buffer.from([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 0xff]), body])
}

const START = Buffer.from([0xff, 0xd8])
const END = Buffer.from([0xff, 0xd9])
const JFIF = segment(0xe0, Buffer.from('4a46494600010100000100010000', 'hex'))
const ADOBE = segment(0xee, 'Adobe\0\x64\0\0\0\0\x01')
const FRAME = Buffer.concat([segment(0xdb, Buffer.alloc(65)), segment(0xc0, Buffer.alloc(9))])
const SCAN = Buffer.concat([segment(0xda, Buffer.alloc(6)), Buffer.from([1, 2, 0xff, 0, 3, 0xff, 0xd0, 4])])

describe('an image without its metadata', () => {
  it('keeps of a JPEG what makes the picture', () => {
    const telling = [
      segment(0xe1, `Exif\0\0${CAMERA}`),
      segment(0xe2, `ICC_PROFILE\0${CAMERA}`),
      segment(0xed, CAMERA),
      segment(0xfe, CAMERA),
      segment(0xe0, `JFXX\0\x10${CAMERA}`)
    ]
    const bytes = Buffer.concat([START, JFIF, ...telling, ADOBE, FRAME, SCAN, SCAN, END, Buffer.from(CAMERA)])
    const kept = Buffer.from(withoutMetadata({ mediaType: 'image/jpeg', bytes }))
    expect(kept).toEqual(Buffer.concat([START, JFIF, ADOBE, FRAME, SCAN, SCAN, END]))
  })

  it('keeps of a PNG what makes the picture', () => {
    const kept = Buffer.from(withoutMetadata(picture()))
    expect(kept.includes(CAMERA)).toBe(false)
    expect(kept.subarray(-8).subarray(0, 4).toString('latin1')).toBe('IEND')
  })

  it('comes to an end with any bytes', () => {
    const { bytes } = picture()
    for (let end = 0; end < bytes.length; end++) {
      withoutMetadata({ mediaType: 'image/png', bytes: bytes.subarray(0, end) })
      withoutMetadata({ mediaType: 'image/jpeg', bytes: bytes.subarray(end) })
    }
    const endless = Buffer.concat([START, Buffer.alloc(50, 0xff)])
    expect(withoutMetadata({ mediaType: 'image/jpeg', bytes: endless }).length).toBeLessThan(60)
  })
})
