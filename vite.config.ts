/// <reference types="vitest/config" />
import { fileURLToPath } from 'node:url'
import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'
import options from './remix.config.js'

const folder = (name: string) => fileURLToPath(new URL(name, import.meta.url))

export default defineConfig({
  plugins: [process.env['VITEST'] ? null : remix(options)],
  resolve: { alias: { '~': folder('./app'), '@db': folder('./db') } },
  build: { assetsInlineLimit: 0 },
  server: { host: '127.0.0.1' },
  test: { include: ['{app,bench,db,scripts}/**/*.test.{ts,tsx}'], testTimeout: 30_000, hookTimeout: 60_000 },
})
