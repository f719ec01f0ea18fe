import { BeginReferral } from '../referral/begin-referral.use-case.js';
import { AdviceDesk } from './advice-desk.js';
import { AdviceController } from './advice.controller.js';
import { AdviceQueries } from './advice.queries.js';
import { AdviceRepository } from './advice.repository.js';
import { AnswerAdvice } from './answer-advice.use-case.js';
import { AskAdvice } from './ask-advice.use-case.js';
import { ConvertAdvice } from './convert-advice.use-case.js';

export const adviceControllers = [AdviceController];
export const adviceProviders = [
  AdviceRepository,
  AdviceQueries,
  AdviceDesk,
  AskAdvice,
  AnswerAdvice,
  BeginReferral,
  ConvertAdvice,
];
