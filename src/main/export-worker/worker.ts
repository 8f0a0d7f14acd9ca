import { MAKERS } from '../exports/makers.ts'
import { serve } from './serve.ts'

/** Entry of the worker thread that makes, checks and searches exports of all formats, and verifies PDFs. */
serve(MAKERS)
