import type { FigureGroup } from '../../../shared/composition/block.ts'
import type { PreparedImages } from '../images/images.ts'
import { element } from '../writer/structure.ts'
import { newRow, type PaintRow, type Place } from './rows.ts'

/** The highest part of a page that a figure takes up without its caption. */
const MOST_OF_PAGE = 0.62
/** A pixel at 96 to the inch: larger ones are seen. */
const POINTS_PER_PIXEL = 0.75
export const FIGURE_GAP = 16
export const CAPTION_GAP = 7

/** The row of an image, as large as it may be without being blurred, on the page of its caption, which comes next. */
export function figureRow(group: FigureGroup, images: PreparedImages, place: Place, pageHeight: number): PaintRow {
  const image = images.get(group.image)
  if (!image) throw new Error(`There is no image of ${group.image}`)
  const owner = element('Figure', place.parent)
  owner.alt = group.alt
  const scale = Math.min(place.width / image.width, (pageHeight * MOST_OF_PAGE) / image.height, POINTS_PER_PIXEL)
  const [width, height] = [image.width * scale, image.height * scale]
  const row = newRow(height, [])
  row.images.push({ id: group.image, x: place.x, y: 0, width, height, owner })
  row.before = FIGURE_GAP
  row.destinations.push(group.destination)
  row.keepNext = true
  return row
}
