const mostPixels = { wide: 30_000, all: 120_000_000 }

/** Whether a picture has a size that a camera makes and a browser can show, in pixels. */
export function saneSize(width: number, height: number): boolean {
  const fits = (side: number) => side >= 1 && side <= mostPixels.wide
  return fits(width) && fits(height) && width * height <= mostPixels.all
}
