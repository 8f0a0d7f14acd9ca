declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs'

/** Put in by the build: the script of the thread that checks, and the version of the program. */
declare module 'virtual:thread' {
  const script: string
  export default script
}
declare const __VERSION__: string
