// A period here is a stretch of the calendar; NodaTime means a length by the word.
global using Entente.Application;
global using LocalDate = NodaTime.LocalDate;
global using Period = Entente.Quantities.Period;
