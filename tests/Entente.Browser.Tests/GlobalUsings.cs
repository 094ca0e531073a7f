global using Entente.Application;
global using Entente.Tests;
global using Entente.Web.Tests.Hosting;
global using Microsoft.Playwright;
global using LocalDate = NodaTime.LocalDate;
