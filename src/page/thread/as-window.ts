// The part of pdf.js that reads serves whatever thread loads it, unless there is a window: here it serves the other part, in the same thread.
Object.assign(globalThis, { window: globalThis })
