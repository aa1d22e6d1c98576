import type { Condition } from './condition'
import type { Option, Question } from './question'
import { type Version, versions } from './versions'

type Text = string | null

/** How something stood in an earlier version; null where there was nothing. */
type Patch = {
  readonly label?: string
  readonly hint?: Text
  readonly why?: Text
  readonly appliesWhen?: Condition | null
  readonly required?: boolean
  readonly options?: { readonly [value: string]: { readonly label?: string; readonly hint?: Text } }
}

function without<Whole extends object>(whole: Whole): Whole {
  return Object.fromEntries(Object.entries(whole).filter(([, part]) => part !== null && part !== undefined)) as Whole
}

function patched<Asked extends Question>(question: Asked, { options, ...rest }: Patch): Asked {
  const whole = { ...question, ...rest }
  if (!options || !('options' in question)) return without(whole) as Asked
  const choices: readonly Option[] = question.options
  return without({ ...whole, options: choices.map((each) => without({ ...each, ...options[each.value] })) }) as Asked
}

/** A question in the words and under the condition that it had in this version. */
export function asWorded<Asked extends Question>(question: Asked, version: Version): Asked {
  const later = versions.slice(versions.indexOf(version)).toReversed()
  return later.reduce((worded, each) => patched(worded, asItWas[each]?.[question.key] ?? {}), question)
}

const olderTrouble = {
  question: 'longStanding',
  in: ['urine_leak', 'urine_start', 'numbness', 'stool', 'sexual', 'leg_weakness', 'both_legs'],
} as const

/** What was worded otherwise in a version and changed with the next one. */
const asItWas: { readonly [version in Version]?: { readonly [key: string]: Patch } } = {
  '1.1.0': {
    saddleNumbness: { hint: 'Your groin, bottom or genitals. “New”: it began, or changed, in the last 3 months.' },
    bladderTrouble: {
      hint: 'You cannot start, feel or hold it, or the stream is weak. “New”: it began, or changed, in the last 3 months.',
    },
    bothLegs: { hint: 'Burning counts. It began, or got worse, in the last 3 months.' },
    legWeakness: { hint: 'A foot drops or drags, or a leg gives way. Not pain alone.' },
    fever: { hint: '100.4 °F (38 °C) or more, or hot and shaking.' },
    bellyPulse: { label: 'Do you newly feel your heartbeat in your belly, or a lump that beats?' },
    cancerHistory: { hint: 'Watched cancer counts. Not simple skin cancer (basal or squamous cell).' },
    glucoseHigh: { hint: null },
    urineSymptoms: { hint: 'Not meant: going often in pregnancy or for months, and nothing else.' },
    painSince: { hint: 'Only the year, or a guess, is fine.' },
    selfHarmNow: {
      appliesWhen: {
        question: 'selfHarm',
        in: ['several_days', 'more_than_half', 'nearly_every_day', 'tried_recently', 'not_sure'],
      },
    },
    tearingPain: {
      label: 'In the last 7 days, did a sudden tearing pain start in your back, chest or belly?',
    },
    lieFaceDown: { hint: '“No” if breathing, oxygen, weight, a device or pain stops you.' },
    siInjectionLasted: { label: 'For how long was at least half of the pain gone?' },
    signedName: { hint: 'We add the date, the time and the versions above.' },
  },
  '1.0.0': {
    birthDate: {
      hint: 'Some safety rules depend on age.',
    },
    sexAtBirth: {
      label: 'What sex were you given at birth?',
      hint: 'Some questions are only for some bodies. With “Other” we ask all of them.',
    },
    painNewOrWorse: {
      hint: 'Answer “No” if it has been about the same for longer than 6 weeks.',
    },
    veryUnwell: {
      hint: 'For example weak all over, sweaty, confused, or too ill to get up.',
    },
    saddleNumbness: {
      hint: 'This means your groin, your bottom or your genitals. “New” means it began, or changed, in the last 3 months.',
    },
    bladderTrouble: {
      hint: 'For example you cannot start, the stream is much weaker, you cannot feel it, or you wet yourself. “New” means it began, or changed, in the last 3 months.',
      options: {
        yes_known_cause: {
          label: 'Yes, and a doctor has found the cause',
          hint: 'For example a large prostate, a bladder infection or a medicine.',
        },
      },
    },
    bowelTrouble: {
      hint: 'For example an accident, or you cannot feel it pass. Being constipated alone is not meant. “New” means it began, or changed, in the last 3 months.',
    },
    sexualChange: {
      label: 'Has feeling or function changed during sex since your back or leg trouble began?',
      hint: 'For example new numbness, or a new problem with erection or climax, in the last 3 months.',
    },
    bothLegs: {
      hint: '“New” means it began, or got worse, in the last 3 months.',
    },
    legWeakness: {
      hint: 'For example your foot drops or drags, your toes catch, or your leg gives way. Pain alone is not meant.',
    },
    canWalk: {
      hint: 'A cane or walker is fine.',
      options: {
        no_years: {
          hint: 'For example you use a wheelchair and this has not changed.',
        },
      },
    },
    trauma: {
      label: 'Did a fall, a crash or a blow start this pain or make it worse?',
      options: {
        major: {
          hint: 'For example a car crash, a fall from a height or down stairs, or a hard landing.',
        },
        minor: {
          hint: 'For example a stumble, a slip, or sitting down hard.',
        },
      },
    },
    longStanding: {
      label: 'Do you have any of these that began more than 3 months ago?',
      hint: 'Only older problems. New ones belong to the questions before.',
      options: {
        urine_leak: {
          label: 'Leaking urine, for example when you cough, laugh or hurry',
        },
        numbness: {
          label: 'Numbness where you sit or wipe',
        },
        both_legs: {
          label: 'Weakness, numbness or shooting pain in both legs',
        },
      },
    },
    longStandingSince: { appliesWhen: olderTrouble },
    longStandingChanged: { appliesWhen: olderTrouble },
    fever: {
      hint: 'A fever is 100.4 °F (38 °C) or more. Feeling hot and shaking without a thermometer counts.',
      options: {
        earlier: {
          label: 'Not in the last 7 days, but in the last 6 weeks',
        },
        not_sure: {
          hint: null,
        },
      },
    },
    eveningFevers: {
      label: 'For weeks or longer, have you had evening fevers, or sweats that soak your bed at night?',
      hint: 'Hot flashes of menopause are not meant.',
    },
    infectionRisks: {
      label: 'Do any of these about infections fit you?',
      hint: 'They make infections more likely. Nothing here is held against you.',
      options: {
        iv_drugs: {
          label: 'I have injected drugs, now or in the past',
        },
        steroid_pills: {
          label: 'I take steroid pills such as prednisone, or took them for 3 months or more',
          hint: null,
        },
        immune_medicine: {
          label: 'I take a medicine that weakens the immune system',
          hint: 'For example a biologic for arthritis, psoriasis or bowel disease.',
        },
        chemo: {
          label: 'Chemotherapy, now or in the last 6 months',
        },
        transplant: {
          label: 'An organ or bone marrow transplant',
        },
        cirrhosis: {
          label: 'Cirrhosis of the liver',
        },
        other: {
          label: 'Another reason for a weak immune system',
        },
      },
    },
    recentEvents: {
      options: {
        injection_30_days: {
          label: 'An injection or needle treatment in the back, pelvis or hip, in the last 30 days',
        },
        injection_3_months: {
          label: 'An injection or needle treatment in the back, pelvis or hip, 1 to 3 months ago',
        },
        infection_now: {
          label: 'An infection now',
          hint: 'For example skin, tooth, lung, bladder or blood.',
        },
        infection_4_weeks: {
          label: 'An infection in the last 4 weeks that is over now',
        },
      },
    },
    afterProcedure: {
      options: {
        throat_swelling: {
          label: 'A rash with a swollen face or throat, or trouble breathing',
        },
        bladder_bowel: {
          label: 'A change with urine or stool',
          hint: null,
        },
        redness_pus: {
          label: 'Redness, swelling or pus where the needle or cut was',
        },
        soreness: {
          label: 'Only soreness that stays the same or gets better',
        },
      },
    },
    glucoseHigh: {
      options: {
        yes_ill: {
          hint: 'For example vomiting, great thirst, deep or fast breathing, or ketones.',
        },
      },
    },
    bellyPulse: {
      label: 'Can you feel a lump in your belly that beats like a heart?',
    },
    tearingPain: {
      label: 'Did a sudden tearing or ripping pain start in your back, chest or belly?',
      hint: 'In the last 7 days.',
    },
    fainted: {
      label: 'Have you fainted, or nearly fainted, in the last 7 days?',
    },
    rigidBelly: {
      label: 'Is your belly hard like a board and very sore to touch?',
    },
    groinLump: {
      label: 'Do you have a lump or bulge in your groin?',
      options: {
        soft: {
          label: 'Yes, it is soft or goes back in',
        },
        stuck: {
          label: 'Yes, it is hard or sore and does not go back in',
        },
      },
    },
    colic: {
      label: 'Do you have strong pain that comes in waves from your side toward your groin?',
    },
    urineSymptoms: {
      label: 'Does it burn when you pass urine, or is there blood in your urine?',
      hint: 'Needing to go much more often than usual counts too.',
    },
    testicularPain: {
      options: {
        slow: {
          label: 'Yes, it came slowly, over days or longer',
        },
      },
    },
    pregnancy: {
      options: {
        might_be: {
          label: 'I might be',
        },
        cannot: {
          hint: 'For example after menopause, or without a womb.',
        },
      },
    },
    cancerHistory: {
      hint: 'Simple skin cancer (basal or squamous cell) does not count.',
    },
    bodySigns: {
      options: {
        weight_loss: {
          hint: '5% of your weight or more in 6 months, about 10 pounds for many people.',
        },
        rest_pain: {
          label: 'My pain at night or at rest does not ease in any position',
        },
        growing_pain: {
          label: 'My pain keeps growing, even after 4 weeks or more of care',
        },
        tired_anemia: {
          label: 'I am much more tired than usual, or have a low blood count',
        },
      },
    },
    painUnchangedByMovement: {
      hint: 'Answer “No” if moving, sitting or lying down makes it better or worse.',
    },
    vesselRisks: {
      label: 'Do any of these about your blood vessels fit you?',
      options: {
        aneurysm_own: {
          label: 'I have, or had, an aneurysm (a widened artery)',
        },
        aneurysm_family: {
          label: 'An aneurysm in my family',
        },
        clot_before: {
          label: 'A blood clot in a leg or lung in the past',
        },
        estrogen: {
          label: 'I take estrogen, for example in birth control',
        },
        long_travel: {
          label: 'A long trip, or many days in bed, in the last 4 weeks',
        },
      },
    },
    boneRisks: {
      label: 'Can any of these make your bones weaker?',
      options: {
        broken_bone: {
          label: 'I broke a bone from a small fall as an adult',
        },
        long_steroids: {
          label: 'Steroid pills such as prednisone for 3 months or more',
        },
        eating_disorder: {
          label: 'An eating disorder, now or in the past',
        },
        hard_training: {
          label: 'Very hard training, such as long-distance running',
        },
      },
    },
    redEye: {
      label: 'Do you have a red, painful eye that hurts in light?',
    },
    unsafeAtHome: {
      hint: 'We ask everyone. If you say yes, we call you and talk in private.',
    },
    safetyWords: {
      label: 'Anything you want to add about these questions?',
      hint: 'If you like. In your own words.',
    },
    painAreas: {
      hint: 'Left and right are your own. The number is how strong it is, 0 to 10, if you like.',
    },
    mainArea: {
      hint: 'One of the places you marked.',
    },
    painSide: {
      hint: 'Your own left and right.',
    },
    onePoint: {
      hint: 'One point on the picture, if you like.',
    },
    oneFingerTwice: {
      label: 'Point to the worst spot with one finger. Take your hand away. Point again. Was it the same spot?',
      hint: 'The dimple is the small hollow low in your back, left or right of the spine, just below the belt line.',
    },
    hipSigns: {
      label: 'Is any of this so for your hip or groin?',
      options: {
        c_sign: {
          label: 'To show the pain, I cup my hip with my hand, thumb behind and fingers in front',
        },
        socks: {
          label: 'Putting on socks or shoes, or cutting toenails, hurts in the groin',
        },
        to_knee: {
          label: 'The pain goes from the groin down the front of the thigh to the knee',
        },
        outer_lying: {
          label: 'The bone at the outer hip is sore to touch or to lie on',
        },
      },
    },
    pelvicSigns: {
      appliesWhen: {
        all: [
          {
            question: 'sexAtBirth',
            notIn: ['male'],
          },
          {
            marked: ['groin-screen', 'genital', 'abdomen-flank'],
          },
        ],
      },
      options: {
        mass: {
          label: 'A doctor found a cyst, a fibroid or a lump',
        },
      },
    },
    painSince: {
      hint: 'Month and year are enough. Only the year is fine too.',
    },
    aggravators: {
      hint: 'Mark all that fit.',
      options: {
        one_leg: {
          label: 'Standing on one leg, as when you dress',
        },
      },
    },
    relievers: {
      hint: 'Mark all that fit.',
      options: {
        leaning_forward: {
          label: 'Leaning forward, as on a shopping cart',
        },
      },
    },
    legFeatures: {
      label: 'Is any of this so for your leg?',
      options: {
        numb_strip: {
          label: 'Numbness or tingling in a strip down the leg or in the foot',
        },
        moves_to_middle: {
          label: 'When I bend many times, the pain moves out of the leg to the middle of the back',
        },
      },
    },
    walkingPain: {
      label: 'Does walking bring on pain or heaviness in your legs or buttocks that goes away when you stop?',
      options: {
        eases_standing: {
          label: 'Yes, and standing still is enough to ease it',
        },
      },
    },
    sittingLimit: {
      label: 'Can you sit for less than 30 minutes before it hurts, and does standing up ease it?',
      appliesWhen: null,
    },
    exerciseHelps: {
      label: 'Does it get better when you exercise or move around?',
    },
    restHelps: {
      label: 'Does it get better when you rest?',
    },
    nightPain: {
      label: 'Does pain wake you at night and get better when you get up?',
    },
    inflammatoryHistory: {
      label: 'Do you have, or did you ever have, any of these?',
      options: {
        morning_stiffness: {
          label: 'Stiff for more than 30 minutes in the morning',
        },
        alternating_buttock: {
          label: 'Buttock pain that changes sides',
        },
        uveitis: {
          label: 'An inflamed eye (uveitis or iritis)',
        },
        bowel_disease: {
          label: 'Crohn’s disease or ulcerative colitis',
        },
        swollen_finger_toe: {
          label: 'A whole finger or toe that swelled up',
        },
        family: {
          label: 'A close relative with spondylitis',
        },
        spondylitis: {
          label: 'A doctor told me I have spondylitis',
        },
      },
    },
    painWords: {
      hint: 'If you like. A few words of your own. Read later, not now.',
    },
    selfHarm: {
      label:
        'Over the last 2 weeks, how often have you been bothered by thoughts that you would be better off dead, or of hurting yourself?',
    },
    selfHarmNow: {
      appliesWhen: {
        question: 'selfHarm',
        in: ['several_days', 'more_than_half', 'nearly_every_day', 'not_sure'],
      },
    },
    goals: {
      hint: 'If you like. For example walk the dog, sleep through, go back to work.',
    },
    treatments: {
      label: 'What have you tried for this pain?',
      hint: 'In the last 12 months. Mark all that fit.',
      options: {
        pain_medicine: {
          label: 'Pain medicine such as ibuprofen or acetaminophen',
        },
        opioid: {
          label: 'An opioid such as tramadol or oxycodone',
        },
      },
    },
    physicalTherapyWeeks: {
      label: 'For how many weeks did you do physical therapy?',
    },
    homeExerciseWeeks: {
      label: 'For how many weeks did you exercise at home?',
    },
    manipulationWeeks: {
      label: 'For how many weeks did you see a chiropractor or manual therapist?',
    },
    behavioralWeeks: {
      label: 'For how many weeks did you have pain coaching or cognitive behavioral therapy?',
    },
    painMedicineWeeks: {
      label: 'For how many weeks did you take pain medicine?',
      hint: 'Count weeks in which you took it on most days or when you needed it.',
    },
    treatmentWords: {
      label: 'Anything else about what you tried?',
      hint: 'If you like. For example dates, or why you stopped.',
    },
    priorSiInjection: {
      label: 'Have you ever had an injection into an SI joint?',
      hint: 'The joint between the base of the spine and the hip bone.',
    },
    spineSurgery: {
      label: 'Have you had surgery on your spine, pelvis or hip?',
    },
    siInjectionLasted: {
      label: 'How long did that relief last?',
      options: {
        no_relief: {
          label: 'There was no relief',
        },
      },
    },
    imaging: {
      label: 'Which pictures were taken of your low back, pelvis or hip in the last 2 years?',
    },
    medicines: {
      hint: 'From the bottle or from memory. Spelling does not matter. Write “none” if you take none.',
    },
    bleedingRisks: {
      label: 'Do any of these about bleeding, liver or kidneys fit you?',
      options: {
        bleeding_disorder: {
          label: 'I bleed or bruise too easily, or have a bleeding disorder',
        },
      },
    },
    allergies: {
      hint: 'Or did you react badly to it, even once?',
      options: {
        steroid: {
          hint: 'For example polyethylene glycol (PEG), benzyl alcohol or carboxymethylcellulose.',
        },
        skin_cleaner: {
          label: 'Chlorhexidine or iodine on the skin',
        },
      },
    },
    allergyWords: {
      hint: 'If you like. In your own words.',
    },
    antibiotics: {
      label: 'Are you taking antibiotics, or did you lately?',
    },
    steroidShots: {
      label: 'How many steroid (cortisone) shots did you have in the last 12 months, anywhere in the body?',
    },
    interactingMedicines: {
      options: {
        ritonavir_cobicistat: {
          hint: 'In some HIV and COVID-19 medicines.',
        },
      },
    },
    vaccine: {
      label: 'Did you get a vaccine in the last 2 weeks, or will you in the next 2 weeks?',
    },
    heartConditions: {
      label: 'Do any of these about your heart fit you?',
      options: {
        heart_failure: {
          label: 'Heart failure that is not under control',
        },
      },
    },
    steroidReactions: {
      label: 'Do any of these about steroids or your eyes fit you?',
      options: {
        psychosis: {
          label: 'Steroids once made me very confused, wild or not myself',
        },
        glaucoma: {
          label: 'Glaucoma (high eye pressure) that is not under control',
        },
      },
    },
    hepatitisTreatment: {
      label: 'Are you being treated for hepatitis?',
    },
    plannedSurgery: {
      label: 'Is a joint replacement or spine operation planned in the next 3 months?',
    },
    lieFaceDown: {
      hint: 'Answer “No” if breathing, your weight, a device or pain would stop you.',
    },
    wantsSedation: {
      label: 'Do you need medicine to relax or sleep for tests and small procedures?',
    },
    driver: {
      label: 'If you come for a procedure, can an adult drive you home?',
    },
    stateOfResidence: {
      hint: 'A provider needs a license in the state where you are.',
    },
    helper: {
      hint: 'If you like.',
      appliesWhen: null,
    },
    planName: {
      hint: 'From your card. You can add it later.',
    },
    memberId: {
      hint: 'From your card. You can add it later.',
    },
    consentTelehealth: {
      hint: 'You can take it back any time, and still get care.',
    },
    consentPrivacy: {
      hint: 'You can take it back any time, and still get care.',
    },
  },
}
