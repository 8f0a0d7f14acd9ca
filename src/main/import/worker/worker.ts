import { parentPort } from 'node:worker_threads'
import { serve } from './serve.ts'

// Entry of the import worker's thread.
if (parentPort) serve(parentPort)
