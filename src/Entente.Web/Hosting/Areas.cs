using Entente.Web.Jobs;
using Entente.Web.Sessions;
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
        services.AddSingleton<WhatifBench>();
    }

    public static void Map(IEndpointRouteBuilder api)
    {
        SessionEndpoints.Map(api);
        JobEndpoints.Map(api);
        ScenarioEndpoints.Map(api);
        WhatifEndpoints.Map(api);
    }
}
