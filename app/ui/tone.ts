/** What a colour may say: `attention` needs someone, `emergency` acts now or is refused, `wait` is neutral or pending. */
export type Tone = 'good' | 'attention' | 'emergency' | 'wait' | 'accent' | 'plain'
