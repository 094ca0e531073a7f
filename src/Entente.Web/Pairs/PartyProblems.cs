using Entente.Web.Http;
using Microsoft.AspNetCore.Http;

namespace Entente.Web.Pairs;

/// <summary>An address with a party that nobody knows is an address of nothing: 404, and who may have been meant.</summary>
internal static class PartyProblems
{
    public static async ValueTask<object?> Told(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (NoSuchPartyException e)
        {
            return Problems.Wrong(e.Problem, StatusCodes.Status404NotFound);
        }
    }
}
