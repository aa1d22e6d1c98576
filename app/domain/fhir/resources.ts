/** The parts of FHIR R4 (4.0.1) that the questionnaire and its answers use. */

export type Coding = { system?: string; version?: string; code: string; display?: string }

export type Extension = {
  url: string
  valueInteger?: number
  valueDecimal?: number
  valueString?: string
  valueCode?: string
  valueCoding?: Coding
  valueCodeableConcept?: { coding: Coding[]; text?: string }
  valueExpression?: { language: string; expression: string }
}

export type EnableWhen = {
  question: string
  operator: '=' | '!=' | '<' | '>='
  answerCoding?: Coding
  answerInteger?: number
  answerDecimal?: number
  answerDate?: string
}

export type ItemType =
  | 'group'
  | 'display'
  | 'boolean'
  | 'decimal'
  | 'integer'
  | 'date'
  | 'string'
  | 'text'
  | 'choice'
  | 'reference'

export type QuestionnaireItem = {
  extension?: Extension[]
  linkId: string
  code?: Coding[]
  prefix?: string
  text: string
  type: ItemType
  enableWhen?: EnableWhen[]
  enableBehavior?: 'any' | 'all'
  required?: boolean
  repeats?: boolean
  maxLength?: number
  answerOption?: { extension?: Extension[]; valueCoding: Coding }[]
  item?: QuestionnaireItem[]
}

export type Questionnaire = {
  resourceType: 'Questionnaire'
  id: string
  language: string
  url: string
  version: string
  name: string
  title: string
  status: 'draft' | 'active' | 'retired'
  subjectType: 'Patient'[]
  description: string
  copyright: string
  item: QuestionnaireItem[]
}

export type Reference = { reference?: string; type?: string; display?: string }

export type ResponseAnswer = {
  valueBoolean?: boolean
  valueDecimal?: number
  valueInteger?: number
  valueDate?: string
  valueString?: string
  valueCoding?: Coding
  valueReference?: Reference
  item?: ResponseItem[]
}

export type ResponseItem = { linkId: string; text?: string; answer?: ResponseAnswer[]; item?: ResponseItem[] }

export type QuestionnaireResponse = {
  resourceType: 'QuestionnaireResponse'
  id?: string
  language: string
  questionnaire: string
  status: 'in-progress' | 'completed'
  subject?: Reference
  authored: string
  author?: Reference
  source?: Reference
  item: ResponseItem[]
}
