import { deflateSync } from 'node:zlib'
import { DossierError } from '../../../shared/errors/errors.ts'
import type { ExportInput } from '../../../shared/composition/input.ts'
import { sourceTitle } from '../../../shared/source/source.ts'
import { readJpeg, type Jpeg } from './jpeg.ts'
import { readPng, type Png } from './png.ts'

/** What an image becomes in a PDF. */
export interface PreparedImage {
  /** Pixels of the picture as it is seen. */
  width: number
  height: number
  /** How the stored picture is turned and mirrored to be seen: EXIF's 1 to 8. */
  orientation: number
  /** Entries of the image's dictionary, and its data. */
  stored: StoredImage
  /** How much of each pixel is seen; null when all of all. */
  mask: StoredImage | null
}

export interface StoredImage {
  entries: Readonly<Record<string, unknown>>
  data: Uint8Array
}

export type PreparedImages = ReadonlyMap<string, PreparedImage>

/**
 * Reads the images of an export, by the ids of their sources, and leaves out all that isn't picture: where and when a photograph was
 * taken, by whom and with what.
 * @throws DossierError `unreadable`, which names the source, when one can't be shown
 */
export function prepareImages({ images, sources }: ExportInput): PreparedImages {
  return new Map(
    [...images].map(([id, { bytes, mediaType }]) => {
      try {
        return [id, mediaType === 'image/jpeg' ? ofJpeg(readJpeg(bytes)) : ofPng(readPng(bytes))]
      } catch (error) {
        const source = sources.find((each) => each.source.id === id)?.source
        const name = source ? `${source.key} (“${sourceTitle(source)}”)` : 'a figure'
        const why = error instanceof Error ? error.message : String(error)
        throw new DossierError(
          'unreadable',
          `The image of ${name} can’t be shown: ${why}. Nothing was written and the brief is unchanged. Take the figure out, or import the image anew.`,
          { cause: error }
        )
      }
    })
  )
}

const DEVICE = { 1: 'DeviceGray', 3: 'DeviceRGB' } as const

function ofJpeg(jpeg: Jpeg): PreparedImage {
  const { width, height, components, orientation } = jpeg
  const turned = orientation >= 5
  const entries: Record<string, unknown> = {
    ...imageEntries(width, height, 8),
    Filter: 'DCTDecode',
    ColorSpace: components === 4 ? CMYK : DEVICE[components]
  }
  if (components === 4 && jpeg.adobe) entries.Decode = [1, 0, 1, 0, 1, 0, 1, 0]
  if (jpeg.plainRgb) entries.DecodeParms = { ColorTransform: 0 }
  return {
    width: turned ? height : width,
    height: turned ? width : height,
    orientation,
    stored: { entries, data: jpeg.data },
    mask: null
  }
}

/** Stands for the colour space of a CMYK picture, which the document makes: PDF/A-3 with an RGB output intent has no other. */
export const CMYK = Symbol('CMYK')

function ofPng(png: Png): PreparedImage {
  const { width, height, bits, colors, palette, data, alpha } = png
  const plain = data.form === 'plain'
  const entries: Record<string, unknown> = {
    ...imageEntries(width, height, bits),
    Filter: 'FlateDecode',
    ColorSpace: palette ? ['Indexed', 'DeviceRGB', palette.length / 3 - 1, Buffer.from(palette)] : DEVICE[colors]
  }
  if (!plain) entries.DecodeParms = { Predictor: 15, Colors: colors, BitsPerComponent: bits, Columns: width }
  const mask = alpha && {
    entries: { ...imageEntries(width, height, 8), Filter: 'FlateDecode', ColorSpace: 'DeviceGray' },
    data: deflateSync(alpha)
  }
  return {
    width,
    height,
    orientation: 1,
    stored: { entries, data: plain ? deflateSync(data.bytes) : data.bytes },
    mask
  }
}

function imageEntries(Width: number, Height: number, BitsPerComponent: number): Record<string, unknown> {
  return { Type: 'XObject', Subtype: 'Image', Width, Height, BitsPerComponent }
}
