using Entente.Application.Composition;
using Entente.Web.Forecasts;
using Entente.Web.Jobs;
using Entente.Web.Manual;
using Entente.Web.Pairs;
using Entente.Web.Records;
using Entente.Web.Sessions;
using Entente.Web.Shelf;
using Entente.Web.Whatif;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Web.Hosting;

/// <summary>The areas of the interface: what each needs, and where it answers.</summary>
internal static class Areas
{
    public static void AddServices(IServiceCollection services)
    {
        services.AddSingleton<JobBoard>();
        services.AddSingleton(p => new ManualBook(Composer.Folders(p.GetRequiredService<Workbench>().Surroundings).Manual));
        services.AddSingleton<TextShelf>();
        services.AddSingleton<ShelfCheck>();
        services.AddSingleton<PairDesk>();
        services.AddSingleton<TriangleDesk>();
        services.AddSingleton<WhatifBench>();
        services.AddSingleton<Desk>();
        services.AddSingleton<RecordJobs>();
        services.AddSingleton<LedgerDesk>();
        services.AddSingleton<ForecastAdding>();
    }

    public static void Map(IEndpointRouteBuilder api)
    {
        SessionEndpoints.Map(api);
        JobEndpoints.Map(api);
        ManualEndpoints.Map(api);
        ShelfEndpoints.Map(api);
        PairEndpoints.Map(api);
        TriangleEndpoints.Map(api);
        ScenarioEndpoints.Map(api);
        WhatifEndpoints.Map(api);
        DocumentEndpoints.Map(api);
        VerdictEndpoints.Map(api);
        CorpusEndpoints.Map(api);
        RecordEndpoints.Map(api);
        ForecastEndpoints.Map(api);
    }
}
