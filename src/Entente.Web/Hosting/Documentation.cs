using Entente.Web.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Entente.Web.Hosting;

/// <summary>What the OpenAPI document says beside the endpoints.</summary>
internal static class Documentation
{
    public static void Describe(OpenApiOptions options)
    {
        options.AddDocumentTransformer(
            (document, _, _) =>
            {
                document.Info = new OpenApiInfo
                {
                    Title = "Entente",
                    Version = Sessions.SessionEndpoints.Version,
                    Description =
                        "Checks what is written about relations between states against a record of cited facts. Reads are GET with ETags; every "
                        + "other request carries the anti-forgery token of GET /api/session; lists are paged by cursor; errors are problem "
                        + "details (RFC 9457) with where, found, expected and hint.",
                };
                // The address is whatever the document was asked for at.
                document.Servers = [];
                return Task.CompletedTask;
            }
        );
        options.AddOperationTransformer(
            (operation, context, _) =>
            {
                var metadata = context.Description.ActionDescriptor.EndpointMetadata;
                if (metadata.OfType<AnswerDescription>().LastOrDefault() is { } answer)
                    foreach (var (status, response) in operation.Responses ?? [])
                        if (status[0] == '2')
                            response.Description = answer.Text;
                foreach (var query in metadata.OfType<QueryDescription>())
                    (operation.Parameters ??= []).Add(Query(query.Name, query.Text));
                if (metadata.OfType<Described.Paged>().Any())
                {
                    operation.Parameters ??= [];
                    operation.Parameters.Add(Query("cursor", "where to go on, from `next` of the answer before"));
                    operation.Parameters.Add(Query("limit", $"how many: 1 to {Paging.Most}, {Paging.Usual} unless told"));
                }
                return Task.CompletedTask;
            }
        );
    }

    private static OpenApiParameter Query(string name, string description) =>
        new()
        {
            Name = name,
            In = ParameterLocation.Query,
            Description = description,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        };
}
