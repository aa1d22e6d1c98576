import type { Tier } from './triage-result'

export type Keyword = {
  readonly id: string
  readonly codes: readonly string[]
  readonly tier: Exclude<Tier, 'routine' | 'expedited'>
  readonly because: string
  readonly words: readonly RegExp[]
  /** A plain "no fever" is let through. Words of self-harm never are. */
  readonly negatable: boolean
}

const cannot = String.raw`(?:can'?t|cannot|can not|unable to|not able to|couldn'?t|could not|trouble|difficulty|hard to|struggle to)`
const privateParts = String.raw`(?:wip\w*|saddle|groin|genital\w*|privates?|private parts?|crotch|bottom|anus|rectum|vagina\w*|penis|down there|between my legs|where i sit)`
const noFeeling = String.raw`(?:numb\w*|tingl\w*|can'?t feel|cannot feel|no feeling|lost feeling|loss of feeling|dead feeling)`

/** Words that make someone look, in any free text. They only raise. Texts are lower case with straight apostrophes. */
export const keywords: readonly Keyword[] = [
  {
    id: 'KW-01',
    codes: ['redflag:cauda_equina'],
    tier: 'same_day',
    because: 'Words of numbness where the person sits or wipes',
    negatable: true,
    words: [
      new RegExp(`\\b${noFeeling}[^.!?]{0,40}\\b${privateParts}`),
      new RegExp(`\\b${privateParts}[^.!?]{0,40}\\b${noFeeling}`),
    ],
  },
  {
    id: 'KW-02',
    codes: ['redflag:cauda_equina'],
    tier: 'same_day',
    because: 'Words of trouble with urine or stool',
    negatable: true,
    words: [
      new RegExp(
        `\\b${cannot}\\b[^.!?]{0,25}\\b(?:pee\\w*|wee|urinat\\w*|pass (?:any )?(?:urine|water)|go to the bathroom|(?:empty|hold|feel|control)\\w* (?:my |the )?(?:bladder|bowels?|urine|pee|stool|poop))`,
      ),
      /\bwet(?:ting|s)? (?:myself|my pants|my bed|the bed)\b/,
      /\b(?:peed|peeing|pooped|pooping|soiled|soiling|messed) (?:myself|my pants|in my pants|my bed|the bed)\b/,
      /\b(?:lost|losing|lose|loss of|no) control\b[^.!?]{0,15}\b(?:bladder|bowels?|pee|stool|poop)\b/,
      /\bincontinen/,
      /\bcatheter\b/,
    ],
  },
  {
    id: 'KW-03',
    codes: ['redflag:progressive_neuro_deficit'],
    tier: 'same_day',
    because: 'Words of a weak or failing leg',
    negatable: true,
    words: [
      /\bfoot ?drop|\bdropp?(?:ed|ing)? foot\b|\bfoot (?:drags|slaps|flops|drops)/,
      /\blegs? (?:just )?(?:gave|give|gives|giving) (?:out|way)/,
      /\bparaly[sz]/,
      /\b(?:can'?t|cannot) (?:move|feel) (?:my |either |both )?(?:legs?|foot|feet|toes?)\b/,
      /\bboth (?:of )?(?:my )?(?:legs|feet)\b[^.!?]{0,25}\b(?:numb|weak|tingl|giv|gave)/,
      /\b(?:can'?t|cannot|can no longer) (?:walk|stand)(?! (?:far|long|for|more|without|around|as|on one|up straight|straight))/,
    ],
  },
  {
    id: 'KW-04',
    codes: ['redflag:infection'],
    tier: 'same_day',
    because: 'Words of fever or chills',
    negatable: true,
    words: [
      /\bfever\w*/,
      /\bchills\b/,
      /\brigors?\b/,
      /\bnight ?sweats?\b/,
      /\bburning up\b/,
      /\btemp(?:erature)?\b[^.!?]{0,12}\b(?:10[0-6]|3[89]|40)\b/,
      /\bsepsis\b|\bseptic\b/,
    ],
  },
  {
    id: 'KW-05',
    codes: ['redflag:infection'],
    tier: 'same_day',
    because: 'Words of injected drugs',
    negatable: true,
    words: [
      /\bheroin\b/,
      /\b(?:shoot|shooting|shot) up\b/,
      /\biv drugs?\b|\bneedle drugs?\b/,
      /\binject(?:ed|ing)? (?:drugs|meth|heroin|fentanyl|dope|cocaine)\b/,
    ],
  },
  {
    id: 'KW-06',
    codes: ['redflag:vascular_aaa'],
    tier: 'same_day',
    because: 'Words of a beating lump, tearing pain or fainting',
    negatable: true,
    words: [
      /\blump\b[^.!?]{0,30}\b(?:beat|puls|throb)/,
      /\b(?:beating|pulsing|pulsating|throbbing)\b[^.!?]{0,20}\b(?:lump|belly|stomach|abdomen)\b/,
      /\b(?:tearing|ripping) (?:pain|feeling|sensation)\b/,
      /\b(?:fainted|fainting|passed out|blacked out|aneurysm)\b/,
    ],
  },
  {
    id: 'KW-07',
    codes: ['redflag:dvt'],
    tier: 'same_day',
    because: 'Words of chest pain or trouble breathing',
    negatable: true,
    words: [
      /\bchest (?:pain|hurts|pressure|tightness)/,
      /\b(?:can'?t|cannot|trouble|hard to) breath/,
      /\bshort(?:ness)? of breath\b/,
    ],
  },
  {
    id: 'KW-08',
    codes: ['redflag:testicular_torsion'],
    tier: 'same_day',
    because: 'Words of pain or swelling in a testicle',
    negatable: true,
    words: [
      /\b(?:testic\w*|scrotum|scrotal)\b[^.!?]{0,30}\b(?:sudden|swell|swollen|hurt|pain|ache|aching)/,
      /\b(?:pain|swelling|ache)\b[^.!?]{0,20}\b(?:testic\w*|scrotum)\b/,
    ],
  },
  {
    id: 'KW-09',
    codes: ['ddx:renal_urologic'],
    tier: 'same_day',
    because: 'Words of blood in the urine',
    negatable: true,
    words: [/\bblood\w* (?:in|when) (?:my |the |i )?(?:urine|pee|urinate)\b/, /\bpee(?:ing)? blood\b/],
  },
  {
    id: 'KW-10',
    codes: ['redflag:suicidality'],
    tier: 'same_day',
    because: 'Words of self-harm or of not wanting to live',
    negatable: false,
    words: [
      /\bkill(?:ing)? (?:my ?self|me)\b/,
      /\bsuicid/,
      /\bend(?:ing)? (?:my life|it all|things)\b/,
      /\bbetter off (?:dead|without me)\b/,
      /\b(?:want|wish|wanted|ready) (?:to|i could|i would|i was|i were) (?:die|dead|be dead)\b|\bwish i (?:was|were) dead\b/,
      /\b(?:don'?t|do not|no longer) (?:want|wish) to (?:live|be here|wake up)\b/,
      /\b(?:no|any) (?:reason|point) (?:to|in) (?:live|living|go on|going on)\b/,
      /\b(?:harm|harming|cut|cutting|hang|shoot) my ?self\b/,
      /\b(?:want|wanting|thoughts?|thinking|thought) (?:to|of|about) hurt(?:ing)? my ?self\b/,
      /\boverdos/,
      /\bcan'?t go on\b|\bcannot go on\b/,
    ],
  },
  {
    id: 'KW-11',
    codes: ['redflag:suicidality'],
    tier: 'emergency',
    because: 'Words of intent, a plan, or an attempt of self-harm',
    negatable: false,
    words: [
      /\b(?:going to|gonna|plan(?:ning)? to|about to|i'?ll|i will|intend to) (?:kill my ?self|end (?:my life|it)|hang my ?self|shoot my ?self|overdose|take my life)/,
      /\b(?:plan|gun|rope|pills)\b[^.!?]{0,30}\b(?:kill my ?self|end (?:my life|it all)|die)\b/,
      /\b(?:kill my ?self|end my life)\b[^.!?]{0,30}\b(?:tonight|today|tomorrow|plan|gun|pills)\b/,
      /\b(?:i )?(?:just |have )?(?:took|taken) (?:an overdose|all (?:of )?my (?:pills|meds|medicine))/,
      /\btried to (?:kill my ?self|end my life|overdose)/,
    ],
  },
  {
    id: 'KW-12',
    codes: ['redflag:abuse/safety'],
    tier: 'same_day',
    because: 'Words of violence at home',
    negatable: true,
    words: [
      /\b(?:husband|wife|partner|boyfriend|girlfriend|son|daughter|father|mother|he|she)\b (?:hits|beats|hurts|chokes|threatens|pushed|hit|beat) me\b/,
      /\bafraid of (?:my )?(?:husband|wife|partner|boyfriend|girlfriend|him|her)\b/,
      /\b(?:not|don'?t feel|un) ?safe at home\b/,
      /\babus(?:e|ed|ive|ing)\b/,
    ],
  },
]

/** Names of blood thinners. Found while the answers name none: the same review, and the blocker. */
export const thinnerWords: Keyword = {
  id: 'KW-13',
  codes: ['block:anticoagulant_review'],
  tier: 'same_day',
  because: 'Words of a blood thinner, while the answers name none',
  negatable: true,
  words: [
    /\bblood ?thinn\w*/,
    /\b(?:warfarin|coumadin|jantoven|apixaban|eliquis|rivaroxaban|xarelto|dabigatran|pradaxa|edoxaban|savaysa|clopidogrel|plavix|prasugrel|effient|ticagrelor|brilinta|dipyridamole|aggrenox|enoxaparin|lovenox|fondaparinux|arixtra|heparin)\b/,
  ],
}
