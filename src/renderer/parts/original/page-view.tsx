import { useEffect, useRef, useState } from 'react'
import type { Failure } from '../../../shared/errors/errors.ts'
import type { Drawing, ReadPage } from './use-drawing.ts'
import type { PlacedText } from './drawing/messages.ts'

/** How far beyond what shows pages are drawn, of the pane's height. */
const AHEAD = '60%'

/** A page of the original: drawn while it's in sight, with its words over it, to be selected. */
export function PageView(props: {
  drawing: Drawing
  number: number
  scale: number
  scroller: HTMLElement
  /** Tells that a page's words stand over it now, in a layer with an element for each stretch; null when they don't any more. */
  onLayer: (number: number, layer: HTMLElement | null, read: ReadPage | null) => void
}) {
  const { drawing, number, scale, scroller, onLayer } = props
  const size = drawing.pages[number - 1]!
  const frame = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const layer = useRef<HTMLDivElement>(null)
  const [near, setNear] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [leftOut, setLeftOut] = useState(0)
  const [read, setRead] = useState<ReadPage | null>(null)

  useEffect(() => {
    const observer = new IntersectionObserver((entries) => setNear(entries.some((entry) => entry.isIntersecting)), {
      root: scroller,
      rootMargin: `${AHEAD} 0px`
    })
    observer.observe(frame.current!)
    return () => observer.disconnect()
  }, [scroller])

  useEffect(() => {
    if (!near) return
    let wanted = true
    // Once the zoom stands still: each step would be drawn otherwise.
    const timer = setTimeout(() => {
      if (!wanted) return
      void drawing.thread
        .draw(number, scale * devicePixelRatio, () => wanted)
        .then((drawn) => {
          if (!drawn) return
          if (!wanted) {
            if (drawn.ok) drawn.value.bitmap.close()
            return
          }
          setFailure(drawn.ok ? null : drawn.failure)
          if (!drawn.ok) return
          setLeftOut(drawn.value.leftOut)
          show(canvas.current, drawn.value.bitmap)
        })
    }, 80)
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [drawing, number, scale, near])

  useEffect(() => {
    if (!near) return
    let wanted = true
    void drawing.read(number).then((found) => {
      if (wanted) setRead(found)
    })
    return () => {
      wanted = false
      setRead(null)
    }
  }, [drawing, number, near])

  useEffect(() => {
    if (!read) return
    onLayer(number, layer.current, read)
    return () => onLayer(number, null, null)
  }, [number, read, onLayer])

  return (
    <div
      ref={frame}
      className="original-page"
      data-page={number}
      role="group"
      aria-label={`Page ${number}`}
      style={{ width: size.width * scale, height: size.height * scale }}
    >
      {near && <canvas ref={canvas} aria-hidden="true" />}
      {near && failure && <p className="original-failure">{failure.message}</p>}
      {near && leftOut > 0 && (
        <p className="original-left-out" role="note">
          {leftOut === 1 ? 'A picture of this page is' : `${leftOut} pictures of this page are`} left out: damaged, or
          of a kind that isn’t drawn here (JPEG 2000). The original is unchanged.
        </p>
      )}
      {near && read && (
        <div ref={layer} className="original-words" style={{ fontSize: scale }}>
          {read.items.map((item, index) => (
            <span key={index} data-stretch={index} style={styleOf(item)}>
              {item.text}
            </span>
          ))}
        </div>
      )}
    </div>
  )
}

function show(canvas: HTMLCanvasElement | null, bitmap: ImageBitmap): void {
  if (!canvas) return bitmap.close()
  canvas.width = bitmap.width
  canvas.height = bitmap.height
  canvas.getContext('bitmaprenderer')?.transferFromImageBitmap(bitmap)
}

const measure = new OffscreenCanvas(1, 1).getContext('2d')!
measure.font = '100px sans-serif'

/** Sets a stretch such that it is as wide and high as it's drawn; lengths are in em, of which one is a pixel at scale 1. */
function styleOf({ text, left, top, width, height, angle }: PlacedText): React.CSSProperties {
  const natural = (measure.measureText(text).width / 100) * height
  const stretched = natural > 0 && width > 0 ? width / natural : 1
  return {
    left: `${left / height}em`,
    top: `${top / height}em`,
    fontSize: `${height}em`,
    transform: `rotate(${angle}rad) scaleX(${stretched})`
  }
}
