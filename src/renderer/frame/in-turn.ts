import { useEffect, useState } from 'react'

/** How many of so many parts are to be drawn by now: one more in each task from the first drawing on, so that no frame waits for all of them. */
export function useInTurn(parts: number): number {
  const [drawn, setDrawn] = useState(0)
  useEffect(() => {
    if (drawn >= parts) return
    const timer = setTimeout(() => setDrawn(drawn + 1))
    return () => clearTimeout(timer)
  }, [drawn, parts])
  return drawn
}
