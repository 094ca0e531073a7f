global using Entente.Application;
global using Entente.Tests;
global using LocalDate = NodaTime.LocalDate;
