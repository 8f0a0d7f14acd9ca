/** Path of an installed Chromium or Chrome; null when there is none. */
export function findChromium(): string | null
