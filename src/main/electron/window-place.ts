import type { Rectangle } from 'electron'
import { z } from 'zod'

/** `window.json`: where the window was when it was closed. */
export const WindowPlace = z.object({
  bounds: z.object({ x: z.int(), y: z.int(), width: z.int().positive(), height: z.int().positive() }).nullable(),
  maximized: z.boolean()
})
export type WindowPlace = z.infer<typeof WindowPlace>

export const MINIMUM = { width: 720, height: 520 }
const USUAL = { width: 1360, height: 860 }

/**
 * The bounds for a new window: as it was, if enough of its top still lies on a screen that is there (a monitor may have
 * gone); else the usual size, centred by the system. Never larger than the screen.
 */
export function placeWindow(
  place: WindowPlace,
  workAreas: readonly Rectangle[]
): Partial<Rectangle> & { width: number; height: number } {
  const { bounds } = place
  const area = bounds === null ? undefined : workAreas.find((candidate) => reachable(bounds, candidate))
  const within = area ?? workAreas[0] ?? { ...USUAL, x: 0, y: 0 }
  const wish = area && bounds ? bounds : USUAL
  const size = { width: Math.min(wish.width, within.width), height: Math.min(wish.height, within.height) }
  return area && bounds ? { x: bounds.x, y: bounds.y, ...size } : size
}

/** Enough of the title bar is on the screen to take hold of it. */
function reachable(bounds: Rectangle, area: Rectangle): boolean {
  const width = Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x)
  return width >= 120 && bounds.y >= area.y - 8 && bounds.y < area.y + area.height - 40
}
