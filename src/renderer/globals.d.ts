import type { DossierBridge } from '../shared/api/bridge.ts'

declare module 'pdfjs-dist/build/pdf.worker.mjs'

declare global {
  interface Window {
    dossier: DossierBridge
  }
}
